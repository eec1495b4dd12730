import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportedRow } from '../../../src/core/contract/import-calls.js';
import { storyId } from '../../../src/core/ids.js';
import { ImportDesk } from '../../../src/node/desk/import-desk.js';
import type { ImportJob } from '../../../src/node/desk/import-job.js';
import type { Library } from '../../../src/node/library/library.js';
import { sharedFolder, sharedMissing } from '../../builders/shared-data.js';
import { withLibrary } from '../open-library.js';

const cases = resolve(import.meta.dirname, '../../cases/newsroom');

async function run(library: Library, paths: readonly string[], more: Partial<ImportJob> = {}): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for await (const row of new ImportDesk(library).run({ paths, person: null, ...more })) rows.push(row);
  return rows;
}

const counts = (rows: readonly ImportedRow[]): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const { outcome } of rows) found[outcome] = (found[outcome] ?? 0) + 1;
  return found;
};

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-import-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a WordPress export that comes in', () => {
  test('keeps what was out and what was not, in sections and with tags of the library', () =>
    withLibrary(async (library) => {
      const rows = await run(library, [join(cases, 'wxr-small.xml')]);
      expect(counts(rows)).toEqual({ imported: 5, refused: 1 });
      const [draft, basic] = await Promise.all(
        rows
          .filter(({ outcome }) => outcome === 'imported')
          .map(({ id }) => library.stories.read(storyId.parse(id)).then(({ story }) => story)),
      );
      expect([draft?.state, basic?.state, basic?.urlSlug]).toEqual(['draft', 'published', 'basic-post']);
      const { sections, tags } = library.taxonomy.value;
      expect(sections.map(({ name }) => name)).toContain('Company News');
      expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining(['Programming', 'Has Images']));
    }));

  test('is known again: a second import makes nothing twice', () =>
    withLibrary(async (library) => {
      await run(library, [join(cases, 'wxr-small.xml')]);
      expect(counts(await run(library, [join(cases, 'wxr-small.xml')]))).toEqual({ duplicate: 5, refused: 1 });
    }));

  test('is read packed, and in the encoding that its first line says', () =>
    inFolder((folder) =>
      withLibrary(async (library) => {
        const text =
          '<?xml version="1.0" encoding="ISO-8859-1"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>' +
          '<item><title>Caf\u00e9 opens</title><wp:post_type>post</wp:post_type></item></channel></rss>';
        const path = join(folder, 'site.xml.gz');
        writeFileSync(path, gzipSync(Buffer.from(text, 'latin1')));
        expect(await run(library, [path])).toMatchObject([
          { outcome: 'imported', headline: 'Café opens', format: 'wxr' },
        ]);
      }),
    ));

  test.skipIf(sharedMissing('data/newsroom/wxr-theme-unit-test.xml'))('gives a row for each of its 186 entries', () =>
    withLibrary(async (library) => {
      const path = join(sharedFolder, 'data/newsroom/wxr-theme-unit-test.xml');
      expect(counts(await run(library, [path], { dryRun: true }))).toEqual({ imported: 79, refused: 107 });
      expect(counts(await run(library, [path]))).toEqual({ imported: 79, refused: 107 });
    }),
  );
});

test('an XML file of none of the formats is refused by its name', () =>
  inFolder((folder) =>
    withLibrary(async (library) => {
      const path = join(folder, 'map.xml');
      writeFileSync(path, '<?xml version="1.0"?><map/>');
      expect(await run(library, [path])).toMatchObject([
        { outcome: 'refused', error: { code: 'import.unknown-format' } },
      ]);
    }),
  ));

test('a hand-over file is not imported beside its story: the refusal says where it is taken in', () =>
  inFolder((folder) =>
    withLibrary(async (library) => {
      const path = join(folder, 'ferry-r2.copydesk');
      writeFileSync(
        path,
        zipSync({ mimetype: strToU8('application/vnd.copydesk.story+zip'), 'story.json': strToU8('{}') }),
      );
      const [row] = await run(library, [path]);
      expect(row).toMatchObject({ outcome: 'refused', error: { code: 'import.hand-over' } });
      expect(row?.error?.message).toContain('copydesk merge');
    }),
  ));
