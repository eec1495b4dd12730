import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/core/document/plain-text.js';
import { withBlockIds } from '../../src/core/document/block-ids.js';
import type { DocumentNode, StoryDocument } from '../../src/core/document/document.js';
import type { ImportedRow } from '../../src/core/contract/import-calls.js';
import type { StoryId } from '../../src/core/ids.js';
import { plainUse } from '../../src/core/media/picture-use.js';
import { suggestionsOf } from '../../src/core/review/suggestions.js';
import type { Story } from '../../src/core/story/story.js';
import { ExportDesk } from '../../src/node/desk/export-desk.js';
import { ImportDesk } from '../../src/node/desk/import-desk.js';
import { HandOverDesk } from '../../src/node/desk/hand-over-desk.js';
import { MediaDesk } from '../../src/node/desk/media-desk.js';
import { StoryDesk } from '../../src/node/desk/story-desk.js';
import { TakeInDesk } from '../../src/node/desk/take-in-desk.js';
import type { Library } from '../../src/node/library/library.js';
import { halves } from '../builders/pictures.js';
import { doc, h, li, p, quote, text, ul } from '../builders/story.js';
import { withLibrary } from './open-library.js';

/** LibreOffice with the Python that it knows; where they are not on the machine the tests say that they are left out. */
const python = '/usr/bin/python3';
const hasOffice =
  spawnSync('soffice', ['--version']).status === 0 && spawnSync(python, ['-c', 'import uno']).status === 0;

const annotated = (words: string): DocumentNode => text(words, { type: 'annotation', attrs: { annotationId: 'a' } });
const at = '2026-02-03T09:00:00.000Z';
const body = doc(
  h(2, 'At the quay'),
  p('The ', annotated('ferry'), ' left at noon, ', text('they say', { type: 'bold' }), '.'),
  p('Nobody was hurt', text(' at all', { type: 'insertion', attrs: { changeId: 'c' } }), '.'),
  ul(li(p('First the cars.')), li(p('Then the people.'))),
  quote(p('We were lucky, said the master.')),
  p(
    'The port opens on Monday, see ',
    text('the plan', { type: 'link', attrs: { href: 'https://example.org/plan' } }),
    '.',
  ),
);
const fields: Partial<Story> = {
  headline: 'Ferry returns',
  dek: 'After a year at the yard.',
  body,
  changes: { c: { kind: 'insertion', personId: null, personName: 'Ines Marr', at } },
  annotations: {
    a: {
      kind: 'toCheck',
      resolved: false,
      thread: [{ text: 'Which one?', personId: null, personName: 'Ines Marr', at }],
    },
  },
};

const link = (words: string): DocumentNode => text(words, { type: 'link', attrs: { href: 'https://example.org/a' } });
const cell = (type: string, ...content: readonly DocumentNode[]): DocumentNode => ({ type, content });
const everyBlock = (media: string): StoryDocument => {
  const image = { type: 'image', attrs: { ...plainUse, media, alt: 'A ferry', caption: 'It is back.', credit: 'B' } };
  return doc(
    h(2, 'Top'),
    p(link('A link'), ' at the start, ', link('one with عربي in it'), ' and 船が着いた。'),
    image,
    { type: 'horizontalRule' },
    { type: 'gallery', attrs: { caption: 'Two' }, content: [image, image] },
    { type: 'embed', attrs: { provider: 'YouTube', url: 'https://example.org/x', title: 'A film' } },
    { type: 'factbox', attrs: { title: 'Facts' }, content: [p('In it.'), ul(li(p('A')), li(p('B'), p('C')))] },
    { type: 'codeBlock', content: [text('a\n  b\n\nc')] },
    { type: 'pullQuote', attrs: { credit: 'Mo' }, content: [text('Said.')] },
    quote(p('First.'), ul(li(p(link('x'))))),
    p('A note', { type: 'footnote', content: [text('It says more.')] }, ' in the text.'),
    {
      type: 'table',
      attrs: { caption: 'Times' },
      content: [
        cell('tableRow', cell('tableHeader', p('From')), cell('tableHeader', p('To'))),
        cell('tableRow', cell('tableCell', p('Noon')), cell('tableCell', p())),
      ],
    },
    p('وصلت العبارة في الظهر.'),
    p('End.'),
  );
};

interface Went {
  readonly library: Library;
  readonly id: StoryId;
  readonly path: string;
  readonly back: string;
  readonly take: (path: string) => ReturnType<TakeInDesk['takeIn']>;
}

async function withWord(work: (went: Went) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-word-'));
  try {
    await withLibrary(async (library) => {
      const { story } = await new StoryDesk(library).create(null, null, {});
      const { sha256 } = await library.stories.read(story.id);
      await library.save({ ...story, ...fields }, sha256);
      const path = join(folder, 'ferry.docx');
      await new HandOverDesk(library).handOver({ id: story.id, target: path, to: 'Tom', note: '', person: null });
      const take = (from: string) => new TakeInDesk(library).takeIn({ path: from, person: null, take: null });
      await work({ library, id: story.id, path, back: join(folder, 'back.docx'), take });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importFiles(library: Library, paths: readonly string[]): Promise<readonly ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for await (const row of new ImportDesk(library).run({ paths, person: null })) rows.push(row);
  return rows;
}

const script = join(import.meta.dirname, '../office/edit-in-libreoffice.py');
function office({ path, back }: Went, ...edits: readonly object[]): void {
  const run = spawnSync(python, [script, path, back, JSON.stringify(edits)], { encoding: 'utf8', timeout: 120_000 });
  expect(run.status, run.stderr).toBe(0);
}
const read = async ({ library, id }: Went): Promise<Story> => (await library.stories.read(id)).story;
const words = ({ body: document }: Story): readonly string[] => plainText(document).split('\n').filter(Boolean);

describe('a story that goes out as a Word document', () => {
  test('is had by whoever it is for; what comes back unchanged says so, and another document is refused', async () => {
    await withWord(async (went) => {
      const [out] = await went.library.exchanges.list(went.id);
      expect(out).toMatchObject({ direction: 'out', with: 'Tom', fileName: 'ferry.docx' });
      expect(await went.take(went.path)).toMatchObject({ id: went.id, outcome: 'same', conflicts: [] });
      const other = join(went.path, '../other.docx');
      const exported = new ExportDesk(went.library).run({
        ids: [went.id],
        formats: ['docx'],
        folder: join(other, '..'),
      });
      for await (const { path } of exported) writeFileSync(other, readFileSync(join(other, '..', path ?? '')));
      await expect(went.take(other)).rejects.toMatchObject({ code: 'import.not-returned' });
      // As an import it would be a second story beside the one that it belongs to; elsewhere it is one.
      const imported = async (library: Library) => importFiles(library, [went.path]);
      expect(await imported(went.library)).toMatchObject([{ outcome: 'refused', error: { code: 'import.hand-over' } }]);
      expect(await withLibrary(imported)).toMatchObject([{ outcome: 'imported', headline: 'Ferry returns' }]);
    });
  });
});

describe.skipIf(!hasOffice)('a story that a colleague edits in LibreOffice', () => {
  test('and only saves is not changed', { timeout: 180_000 }, async () => {
    await withWord(async (went) => {
      const before = await read(went);
      office(went);
      expect(await went.take(went.back)).toMatchObject({ outcome: 'same', merged: [], conflicts: [] });
      expect(await read(went)).toEqual(before);
    });
  });

  test('with every kind of block, and only saves, is not changed', { timeout: 180_000 }, async () => {
    await withWord(async (went) => {
      const picture = await halves().jpeg().toBuffer();
      const { mediaId } = await new MediaDesk(went.library).add('ferry.jpg', picture, '');
      const before = await went.library.stories.read(went.id);
      const every = withBlockIds(everyBlock(mediaId), went.library.world.newId);
      const saved = await went.library.save(
        { ...before.story, body: every, changes: {}, annotations: {} },
        before.sha256,
      );
      await new HandOverDesk(went.library).handOver({ id: went.id, target: went.path, to: '', note: '', person: null });
      office(went);
      expect(await went.take(went.back)).toMatchObject({ outcome: 'same', conflicts: [] });
      expect(await read(went)).toEqual(saved.story);
    });
  });

  test(
    'comes back with the suggestions and threads in their places, and is merged with what was written here',
    {
      timeout: 180_000,
    },
    async () => {
      await withWord(async (went) => {
        const before = await read(went);
        const desk = new StoryDesk(went.library);
        const { sha256 } = await went.library.stories.read(went.id);
        await desk.save({ ...before, headline: 'Ferry is back' }, sha256);
        office(
          went,
          { track: true },
          { find: 'noon', type: 'one' },
          { find: 'the master', comment: 'Name him.' },
          { track: false },
          { find: 'on Monday', type: 'on Tuesday' },
          { after: 'Then the people', paragraph: 'Last the dogs.' },
          { remove: 'Nobody was hurt' },
        );
        const taken = await went.take(went.back);
        expect(taken).toMatchObject({ outcome: 'merged', conflicts: [] });
        const story = await read(went);
        expect(story.headline).toBe('Ferry is back');
        expect(words({ ...story, changes: {} })).toEqual([
          'At the quay',
          'The ferry left at one, they say.',
          'First the cars.',
          'Then the people.',
          'Last the dogs.',
          'We were lucky, said the master.',
          'The port opens on Tuesday, see the plan.',
        ]);
        const made = suggestionsOf(story);
        expect(made.map(({ added, removed, by }) => [added, removed, by?.personName])).toEqual([
          ['', 'noon', 'Unknown Author'],
          ['one', '', 'Unknown Author'],
        ]);
        const threads = Object.values(story.annotations).map(({ kind, thread }) => [
          kind,
          ...thread.map((one) => one.text),
        ]);
        expect(threads.toSorted()).toEqual([
          ['comment', 'Name him.'],
          ['toCheck', 'Which one?'],
        ]);
        // What nobody touched is as it was, ids and all.
        expect(story.body.content?.[0]).toEqual(before.body.content?.[0]);
        expect(story.dek).toBe(before.dek);
        expect(await went.take(went.back)).toMatchObject({ outcome: 'same' });
        expect(await read(went)).toEqual(story);
      });
    },
  );
});
