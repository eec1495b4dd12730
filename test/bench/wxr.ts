import { createWriteStream, statSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { inParallel } from '../../src/node/files/in-parallel.js';
import type { FigureBench } from './bench.js';
import { copydesk, megabyte, memoryOf } from './command.js';
import { timed } from './contest.js';
import { article } from './corpus.js';
import type { Row } from './row.js';
import { flushedAndRenamed } from './save.js';
import type { WorkFolder } from './work-folder.js';

/** A WordPress export read by the command line in a process of its own: its memory, and its rate beside the disk's (P14). */
export const wxr: FigureBench = async ({ quick, work }) => {
  const idle = memoryOf(work, ['init', work.fresh('idle')]);
  const rows: Row[] = [figure('', 'memory of a command that does nothing', idle, 'MB')];
  for (const size of quick ? [1] : [10, 100]) rows.push(...(await oneArchive(work, size, idle)));
  return rows;
};

const figure = (set: string, measure: string, value: number, unit: string): Row => ({
  bench: 'wxr',
  set,
  measure,
  value,
  unit,
});

async function oneArchive(work: WorkFolder, size: number, idle: number): Promise<readonly Row[]> {
  const archive = await makeArchive(work, size * megabyte);
  const library = work.fresh('library');
  copydesk(work, ['init', library]);
  let memory = 0;
  const time = await timed(() => {
    memory = memoryOf(work, ['import', library, archive, '--json']);
    return Promise.resolve();
  });
  const files: Buffer[] = [];
  for (const entry of await fs.readdir(join(library, 'stories'), { withFileTypes: true, recursive: true }))
    if (entry.isFile()) files.push(await fs.readFile(join(entry.parentPath, entry.name)));
  const target = work.fresh('floor');
  await fs.mkdir(target);
  const floor = await timed(() =>
    inParallel(files, 16, (bytes, at) => flushedAndRenamed(join(target, String(at)), bytes)),
  );
  const set = `${String(Math.round(statSync(archive).size / megabyte))} MB, ${String(files.length)} posts`;
  for (const path of [archive, library, target]) work.remove(path);
  return [
    figure(set, 'time', time / 1000, 's'),
    figure(set, 'rate', files.length / (time / 1000), 'posts/s'),
    figure(set, 'write + flush of the same stories', floor / 1000, 's'),
    figure(set, 'rate beside write + flush', floor / time, '×'),
    figure(set, 'most memory', memory, 'MB'),
    figure(set, 'most memory over idle', memory - idle, 'MB'),
  ];
}

/** Posts of about 5 kB, as WordPress writes them, until the file has its size. */
async function makeArchive(work: WorkFolder, bytes: number): Promise<string> {
  const path = work.fresh('wordpress.xml');
  const file = createWriteStream(path);
  const put = async (text: string): Promise<number> => {
    if (!file.write(text)) await once(file, 'drain');
    return text.length;
  };
  let written = await put(head);
  for (let number = 0; written < bytes; number += 1) written += await put(post(number));
  await put('</channel></rss>\n');
  file.end();
  await once(file, 'finish');
  return path;
}

const spaces = ['content', 'excerpt']
  .map((name) => ` xmlns:${name}="http://purl.org/rss/1.0/modules/content/"`)
  .join('');
const head = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"${spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Bench</title><link>https://bench.example.org</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>\n`;

function post(number: number): string {
  const read = article(number, 800);
  const text = read.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n\n');
  const date = read.date.slice(0, 19).replace('T', ' ');
  return `<item><title>${read.title}</title><link>https://bench.example.org/?p=${String(number)}</link><dc:creator>reporter</dc:creator><guid isPermaLink="false">https://bench.example.org/?p=${String(number)}</guid><description></description><content:encoded><![CDATA[${text}]]></content:encoded><excerpt:encoded><![CDATA[${read.dek}]]></excerpt:encoded><wp:post_id>${String(number + 1)}</wp:post_id><wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${date}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="s${String(read.section)}"><![CDATA[Section ${String(read.section + 1)}]]></category></item>\n`;
}
