import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ImportedRow } from '../../../src/core/contract/import-calls.js';
import { storyId } from '../../../src/core/ids.js';
import { ImportDesk } from '../../../src/node/desk/import-desk.js';
import type { Library } from '../../../src/node/library/library.js';
import { withLibrary } from '../open-library.js';

const cases = resolve(import.meta.dirname, '../../cases/newsroom');
const picture = readFileSync(
  resolve(
    import.meta.dirname,
    '../../../resources/sample/media',
    readdirSync(resolve(import.meta.dirname, '../../../resources/sample/media')).find((name) =>
      /\.jpe?g$/u.test(name),
    ) ?? '',
  ),
);
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

async function fromZip(
  library: Library,
  files: Readonly<Record<string, Uint8Array>>,
  work: (rows: readonly ImportedRow[], folder: string) => Promise<void> | void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-zip-'));
  try {
    writeFileSync(join(folder, 'many.zip'), zipSync(files, { level: 6 }));
    const rows: ImportedRow[] = [];
    for await (const row of new ImportDesk(library).run({ paths: [join(folder, 'many.zip')], person: null }))
      rows.push(row);
    await work(rows, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const shortName = ({ file }: ImportedRow): string => file.slice(file.indexOf('many.zip/') + 9);

test('a zip of several formats gives every story, with the pictures that lie beside them', () =>
  withLibrary((library) =>
    fromZip(
      library,
      {
        'a/story.md': text('---\ntitle: One\n---\n\n![Boat](media/boat.jpg)\n\nText.\n'),
        'a/page.html': text('<article><h1>Two</h1><p>Text.</p><img src="pictures/boat.jpg" alt="B"></article>'),
        'a/pictures/boat.jpg': picture,
        'media/boat.jpg': picture,
        'site.xml': readFileSync(join(cases, 'wxr-small.xml')),
        'wire.json': readFileSync(join(cases, 'ninjs-3.1-text.json')),
        '__MACOSX/a/._story.md': text('x'),
        '.DS_Store': text('x'),
        'inner.zip': zipSync({ 'b.txt': text('In a zip in a zip') }),
      },
      async (rows) => {
        const made = rows.filter(({ outcome }) => outcome === 'imported');
        expect(new Set(made.map(({ format }) => format))).toEqual(new Set(['markdown', 'html', 'wxr', 'ninjs']));
        expect(rows.filter(({ outcome }) => outcome === 'refused').map(shortName)).toEqual(['inner.zip', 'site.xml']);
        for (const name of ['a/story.md', 'a/page.html']) {
          const row = made.find((each) => shortName(each) === name);
          const { story } = await library.stories.read(storyId.parse(row?.id));
          expect([name, JSON.stringify(story.body).includes('"media":"')]).toEqual([name, true]);
          expect(JSON.stringify(story.body)).not.toContain('import:');
        }
      },
    ),
  ));

test('names that lead out of a zip are refused one by one, and write nothing', () =>
  withLibrary((library) =>
    fromZip(
      library,
      {
        '../evil.txt': text('Out\n\nText.'),
        '/etc/evil.txt': text('Out\n\nText.'),
        'good.txt': text('Good\n\nText here.'),
      },
      (rows, folder) => {
        expect(rows.map((row) => [basename(row.file), row.outcome])).toEqual([
          ['evil.txt', 'refused'],
          ['evil.txt', 'refused'],
          ['good.txt', 'imported'],
        ]);
        expect(readdirSync(folder)).toEqual(['many.zip']);
      },
    ),
  ));

test('an entry that unpacks to 300 times its size is refused, the others come in', () =>
  withLibrary((library) =>
    fromZip(
      library,
      { 'bomb.txt': new Uint8Array(30_000_000).fill(65), 'good.txt': text('Good\n\nText here.') },
      (rows) => {
        expect(rows.map(({ outcome, error }) => error?.code ?? outcome)).toEqual(['input.too-large', 'imported']);
      },
    ),
  ));

test('a zip that was cut off is one refusal', () =>
  withLibrary(async (library) => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-zip-'));
    try {
      writeFileSync(join(folder, 'cut.zip'), zipSync({ 'a.txt': text('A\n\nText.') }).subarray(0, 60));
      const rows: ImportedRow[] = [];
      for await (const row of new ImportDesk(library).run({ paths: [folder], person: null })) rows.push(row);
      expect(rows).toMatchObject([{ outcome: 'refused', error: { code: 'import.not-readable' } }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }));
