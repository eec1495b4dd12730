import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportedRow } from '../../../src/core/contract/export-calls.js';
import { type AnyFormat, allFormats } from '../../../src/core/export/format-names.js';
import type { StoryId } from '../../../src/core/ids.js';
import { ExportDesk, type ExportJob } from '../../../src/node/desk/export-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { sha256 } from '../../../src/node/files/sha256.js';
import type { Library } from '../../../src/node/library/library.js';
import { doc, p } from '../../builders/story.js';
import { withLibrary } from '../open-library.js';

/** No browser here: the window's test prints for real. */
const printed = '%PDF-1.4\n<</Type /Page>> <</MarkInfo 1 /StructTreeRoot 2 0 R /Lang (en)>>\n%%EOF\n';
const paper = { print: () => Promise.resolve(Buffer.from(printed)), end: () => Promise.resolve() };

const settings = { approvalStep: false, baseUrl: 'https://post.example.org/' };

async function write(library: Library, headline: string, publish: boolean): Promise<StoryId> {
  const desk = new StoryDesk(library);
  const { story, sha256: base } = await desk.create(null);
  const filled = { ...story, headline, slugline: headline, dek: 'A dek.', body: doc(p('The ferry is back.')) };
  await desk.save(filled, base, null);
  if (publish) {
    await desk.move({ id: story.id, move: 'submit', note: '', person: null });
    await desk.move({ id: story.id, move: 'publish', note: '', person: null });
  }
  return story.id;
}

async function run(library: Library, ids: readonly StoryId[], job: Partial<ExportJob> & Pick<ExportJob, 'formats'>) {
  const rows: ExportedRow[] = [];
  const desk = new ExportDesk(library, () => paper);
  for await (const row of desk.run({ ids, folder: library.layout.exports, ...job })) rows.push(row);
  return rows;
}

describe('an export', () => {
  test('writes every format into one folder; each main file is checked and the manifest knows its checksum', async () => {
    await withLibrary(async (library) => {
      const id = await write(library, 'Aux', true);
      const rows = await run(library, [id], { formats: allFormats });
      expect(rows.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
      expect(rows.filter(({ valid }) => valid === false)).toEqual([]);
      const official = rows.filter(({ check }) => check === 'official').map(({ format }) => format);
      expect(official.sort()).toEqual(['jsonfeed', 'newsml-g2', 'ninjs', 'nitf']);
      const manifest = JSON.parse(readFileSync(join(library.layout.exports, 'copydesk-export.json'), 'utf8')) as {
        entries: { format: AnyFormat; check: string | null; files: { path: string; sha256: string }[] }[];
      };
      expect(manifest.entries.map(({ format }) => format).sort()).toEqual([...allFormats].sort());
      for (const { files } of manifest.entries)
        for (const file of files) {
          // "aux" is a device on some systems; no file may have it as its stem.
          expect(file.path).not.toMatch(/^aux(?:\.|\/|$)/iu);
          expect(sha256(readFileSync(join(library.layout.exports, file.path)))).toBe(file.sha256);
        }
    }, settings);
  });

  test('since the last one writes what the folder lacks, and nothing twice', async () => {
    await withLibrary(async (library) => {
      const first = await write(library, 'First', true);
      const draft = await write(library, 'Draft', false);
      const formats = ['ninjs', 'text'] as const;
      const again = () => run(library, [first, draft], { formats, sinceLast: true });
      expect((await again()).map(({ id, format }) => [id, format])).toEqual([
        [first, 'ninjs'],
        [first, 'text'],
      ]);
      expect(await again()).toEqual([]);
      rmSync(join(library.layout.exports, 'first.txt'));
      expect((await again()).map(({ format }) => format)).toEqual(['text']);
      expect(existsSync(join(library.layout.exports, 'first.txt'))).toBe(true);
    }, settings);
  });

  test('of a feed holds what is published, and of WordPress the drafts too', async () => {
    await withLibrary(async (library) => {
      const ids = [await write(library, 'Out', true), await write(library, 'Not yet', false)];
      const rows = await run(library, ids, { formats: ['rss', 'wxr'] });
      expect(rows.map(({ id, format, stories }) => [id, format, stories])).toEqual([
        ['*', 'rss', 1],
        ['*', 'wxr', 2],
      ]);
      expect(readFileSync(join(library.layout.exports, 'rss.xml'), 'utf8')).not.toContain('Not yet');
    }, settings);
  });

  test('as ninjs 3.1 is checked by that version', async () => {
    await withLibrary(async (library) => {
      const id = await write(library, 'Ferry', true);
      const [row] = await run(library, [id], { formats: ['ninjs'], ninjs: '3.1' });
      expect(row).toMatchObject({ validator: 'ninjs-3.1', valid: true });
    }, settings);
  });
});

test('a library from before there were profiles has none, and keeps those that are made', async () => {
  await withLibrary(async (library, reopen) => {
    expect(library.profiles.value.profiles).toEqual([]);
    const profile = { name: 'Agency', formats: ['nitf'], ninjs: '2.2', sinceLast: true, folder: null } as const;
    await library.profiles.change(() => ({ profiles: [{ ...profile, formats: [...profile.formats] }] }));
    expect((await reopen()).profiles.value.profiles).toEqual([profile]);
  });
});
