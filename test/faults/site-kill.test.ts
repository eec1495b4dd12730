import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { linksOfPage } from '../../src/core/site/page-links.js';
import { copyFolder, withFolder } from './processes.js';

const cli = join(import.meta.dirname, '../../out/main/cli.js');
const cycles = Number(process.env['COPYDESK_KILL_CYCLES'] ?? 6);
const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [cli, ...args, '--quiet'], { encoding: 'utf8' });

function filesOf(folder: string): ReadonlyMap<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const own = paths.filter((path) => !path.startsWith('.copydesk-site')).sort();
  return new Map(own.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

const deadLinks = (folder: string): readonly string[] =>
  [...filesOf(folder)]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([path, html]) =>
      linksOfPage(path, Buffer.from(html, 'latin1').toString('utf8'))
        .filter((to) => !existsSync(join(folder, to)))
        .map((to) => `${path}: ${to}`),
    );

test.skipIf(!existsSync(cli))(
  'a site whose writing is killed at any moment has no dead link, is the old one or becomes the new one',
  { timeout: 600_000 },
  async () => {
    await withFolder(async (folder) => {
      const library = join(folder, 'library');
      run('init', library);
      const news = Array.from({ length: 400 }, (_, at) =>
        JSON.stringify({
          id: `n${String(at)}`,
          title: `Story ${String(at)}`,
          section: at % 2 === 0 ? 'Sport' : 'Culture',
          tags: [`tag ${String(at % 9)}`],
          date: `2026-0${String(1 + (at % 9))}-03`,
          body: 'The harbour office said so on Monday.',
        }),
      );
      writeFileSync(join(folder, 'news.jsonl'), news.join('\n'));
      run('import', library, join(folder, 'news.jsonl'), '--state', 'published');
      const [old, fresh, out] = ['old', 'fresh', 'out'].map((name) => join(folder, name)) as [string, string, string];
      run('site', library, '--out', old);
      run('site', library, '--out', fresh, '--theme', 'magazine');
      const before = filesOf(old);
      const after = filesOf(fresh);
      let cutInPlace = 0;
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        copyFolder(old, out);
        const child = spawn(process.execPath, [cli, 'site', library, '--out', out, '--theme', 'magazine', '--quiet'], {
          stdio: 'ignore',
        });
        const ended = new Promise((resolve) => child.once('close', resolve));
        await delay(150 + cycle * 40);
        child.kill('SIGKILL');
        await ended;
        expect(deadLinks(out)).toEqual([]);
        if (existsSync(join(out, '.copydesk-site', 'journal.json'))) cutInPlace += 1;
        else expect([before, after]).toContainEqual(filesOf(out));
        run('site', library, '--out', out, '--theme', 'magazine');
        expect(filesOf(out)).toEqual(after);
      }
      console.log(`site kill9 cycles=${String(cycles)} cut while put in place=${String(cutInPlace)}`);
    });
  },
);
