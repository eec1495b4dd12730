import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportedRow } from '../../../src/core/contract/import-calls.js';
import { storyId } from '../../../src/core/ids.js';
import { ImportDesk } from '../../../src/node/desk/import-desk.js';
import type { ImportJob } from '../../../src/node/desk/import-job.js';
import { pastImports, readImport } from '../../../src/node/desk/import-record.js';
import { undoImport } from '../../../src/node/desk/undo-import.js';
import type { Library } from '../../../src/node/library/library.js';
import { withLibrary } from '../open-library.js';

const wxr = resolve(import.meta.dirname, '../../cases/newsroom/wxr-small.xml');

async function imported(
  library: Library,
  paths: readonly string[],
  more: Partial<ImportJob> = {},
): Promise<{ readonly rows: readonly ImportedRow[]; readonly id: string }> {
  const desk = new ImportDesk(library);
  const rows: ImportedRow[] = [];
  for await (const row of desk.run({ paths, person: null, ...more })) rows.push(row);
  return { rows, id: desk.importId ?? '' };
}

const idsOf = (rows: readonly ImportedRow[]): readonly string[] =>
  rows.flatMap(({ outcome, id }) => (outcome === 'imported' && id !== undefined ? [id] : []));

describe('an import that is taken back', () => {
  test('leaves the library as it was: no story, no edition, no section, no tag', () =>
    withLibrary(async (library) => {
      const before = library.taxonomy.value;
      const { rows, id } = await imported(library, [wxr]);
      const undone = await undoImport(library, id);
      expect(undone.map(({ outcome }) => outcome)).toEqual(idsOf(rows).map(() => 'removed'));
      expect(library.index.size()).toBe(0);
      expect(library.taxonomy.value).toEqual(before);
      for (const story of idsOf(rows)) expect(existsSync(library.layout.story(story))).toBe(false);
      const left = readdirSync(library.layout.editions).flatMap((shard) =>
        readdirSync(join(library.layout.editions, shard)),
      );
      expect(left).toEqual([]);
    }));

  test('can be made again, since nothing of it is known any more', () =>
    withLibrary(async (library, reopen) => {
      const first = await imported(library, [wxr]);
      await undoImport(library, first.id);
      const again = await imported(await reopen(), [wxr]);
      expect(idsOf(again.rows)).toHaveLength(idsOf(first.rows).length);
    }));

  test('keeps a story that somebody changed since, and the stories that others link to, by name', () =>
    withLibrary(async (library) => {
      const { rows, id } = await imported(library, [wxr]);
      const [changed = '', linked = '', ...others] = idsOf(rows);
      const state = await library.stories.read(storyId.parse(changed));
      const related = [{ storyId: storyId.parse(linked) }];
      await library.save({ ...state.story, headline: 'Mine now', related }, state.sha256);
      const undone = await undoImport(library, id);
      const kept = undone.filter(({ outcome }) => outcome === 'kept');
      expect(kept).toMatchObject([
        { id: changed, headline: 'Mine now', reason: 'changed' },
        { id: linked, reason: 'linked' },
      ]);
      expect(undone.filter(({ outcome }) => outcome === 'removed').map(({ id: story }) => story)).toEqual(others);
      expect(library.index.size()).toBe(2);
    }));

  test('can be taken back twice, and a strange one is refused', () =>
    withLibrary(async (library) => {
      const { id } = await imported(library, [wxr]);
      await undoImport(library, id);
      expect((await undoImport(library, id)).every(({ outcome }) => outcome === 'gone')).toBe(true);
      await expect(undoImport(library, '../../library')).rejects.toMatchObject({ code: 'input.invalid' });
    }));

  test('is remembered with its files and whether it was taken back; one that made nothing is not', () =>
    withLibrary(async (library) => {
      const { id } = await imported(library, [wxr]);
      expect((await imported(library, [wxr])).id).toBe('');
      expect((await imported(library, [wxr], { dryRun: true })).id).toBe('');
      expect(await pastImports(library)).toMatchObject([{ id, files: ['wxr-small.xml'], stories: 5, undoneAt: null }]);
      await undoImport(library, id);
      expect((await pastImports(library))[0]?.undoneAt).not.toBeNull();
    }));

  test('is known after a power cut in the middle of its record', () =>
    withLibrary(async (library) => {
      const { rows, id } = await imported(library, [wxr]);
      writeFileSync(library.layout.importRecord(id), '{"stories":["0000', { flag: 'a' });
      expect((await readImport(library, id))?.stories).toEqual(idsOf(rows));
    }));
});

describe('an import with rules for names', () => {
  test('puts names elsewhere, makes a section a tag, leaves a tag out', () =>
    withLibrary(async (library) => {
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-names-'));
      try {
        const line = { id: '1', title: 'T', section: 'World', tags: ['Boats', 'Ads', 'Oslo'], body: 'Text.' };
        writeFileSync(join(folder, 'a.jsonl'), JSON.stringify(line));
        const { rows } = await imported(library, [folder], {
          rules: [
            { kind: 'section', from: 'WORLD', as: 'tag', to: '' },
            { kind: 'tag', from: 'Oslo', as: 'section', to: 'Norway' },
            { kind: 'tag', from: 'ads', as: 'none', to: '' },
          ],
        });
        expect(rows).toMatchObject([{ section: 'Norway', tags: ['World', 'Boats'] }]);
        expect(library.taxonomy.value.sections.map(({ name }) => name)).toEqual(expect.arrayContaining(['Norway']));
        expect(library.taxonomy.value.tags.map(({ name }) => name)).toEqual(['World', 'Boats']);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }));
});
