import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mediaId } from '../../../src/core/ids.js';
import { plainUse } from '../../../src/core/media/picture-use.js';
import { newStory, storySchema, type Story } from '../../../src/core/story/story.js';
import { ExportDesk } from '../../../src/node/desk/export-desk.js';
import { MediaDesk } from '../../../src/node/desk/media-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import type { Library } from '../../../src/node/library/library.js';
import { verifyLibrary } from '../../../src/node/library/verify.js';
import { halves } from '../../builders/pictures.js';
import { doc, img, p } from '../../builders/story.js';
import { secrets, taggedJpeg } from '../../builders/tagged-picture.js';
import { testWorld, withLibrary } from '../open-library.js';

const jpeg = async (width = 80): Promise<Buffer> =>
  Buffer.from(
    await halves(width, width / 2)
      .jpeg()
      .toBuffer(),
  );
const storyWith = (library: Library, fields: Partial<Story>): Story =>
  newStory(
    { settings: library.settings.value, desk: library.file.deskId, now: testWorld.now(), newId: testWorld.newId },
    fields,
  );
const texts = { alt: 'A ferry.', caption: '', credit: 'Photo: M. Sato' };
async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of source) rows.push(row);
  return rows;
}

/** Makes a picture older than the hour in which none is cleaned away. */
const age = (library: Library, id: string): void => {
  const before = new Date(Date.now() - 2 * 60 * 60 * 1_000);
  utimesSync(library.layout.mediaFile(id), before, before);
};

describe('adding', () => {
  test('a picture gets a record of what its file says, once, whatever its name', async () => {
    await withLibrary(async (library) => {
      const desk = new MediaDesk(library);
      const bytes = taggedJpeg(await jpeg());
      const added = await desk.add('IMG_0001.JPG', bytes, 'Maren Holt');
      expect(added).toMatchObject({ caption: 'Die Größe der Fähre.', credit: 'Foto: M. Sato', isKnown: false });
      const again = await desk.add('copy.png', bytes, '');
      expect(again).toMatchObject({ mediaId: added.mediaId, isKnown: true });
      const { rows } = desk.list({ text: 'grösse', unused: true, offset: 0, limit: 9 });
      expect(rows).toMatchObject([
        { mediaId: added.mediaId, fileName: 'IMG_0001.JPG', addedBy: 'Maren Holt', uses: 0 },
      ]);
    });
  });

  test('a library from before there were records lists its pictures', async () => {
    await withLibrary(async (library, reopen) => {
      const { mediaId: id } = await new MediaDesk(library).add('a.jpg', await jpeg(), '');
      rmSync(library.layout.mediaRecord(id));
      const again = await reopen();
      expect(new MediaDesk(again).about(id).row).toMatchObject({ fileName: '', width: 80, height: 40 });
      await new MediaDesk(again).change(id, { ...texts, usageTerms: '', copyright: '', source: '' });
      expect(new MediaDesk(await reopen()).about(id).row).toMatchObject(texts);
    });
  });

  test('a damaged record costs its texts, never the picture', async () => {
    await withLibrary(async (library, reopen) => {
      const bytes = await jpeg();
      const { mediaId: id } = await new MediaDesk(library).add('a.jpg', bytes, '');
      writeFileSync(library.layout.mediaRecord(id), 'nonsense');
      const again = await reopen();
      expect(new MediaDesk(again).about(id).row).toMatchObject({ width: 80 });
      expect(await new MediaDesk(again).add('b.jpg', bytes, '')).toMatchObject({ fileName: 'b.jpg', isKnown: true });
      expect((await all(verifyLibrary(again))).map(({ kind }) => kind)).toEqual([]);
    });
  });
});

describe('uses', () => {
  test('are counted with every save and name the stories', async () => {
    await withLibrary(async (library) => {
      const desk = new MediaDesk(library);
      const { mediaId: id } = await desk.add('a.jpg', await jpeg(), '');
      const saved = await library.save(
        storyWith(library, { headline: 'Ferry', leadImage: { ...plainUse, mediaId: id, ...texts } }),
        null,
      );
      expect(desk.about(id)).toMatchObject({ row: { uses: 1 }, usedIn: [{ headline: 'Ferry' }] });
      await library.save({ ...saved.story, leadImage: null }, saved.sha256);
      expect(desk.about(id)).toMatchObject({ row: { uses: 0 }, usedIn: [] });
    });
  });

  test('a clean-up keeps what an earlier version, a draft or the last hour names', async () => {
    await withLibrary(async (library) => {
      const desk = new MediaDesk(library);
      const ids = [];
      for (const width of [20, 40, 60, 80]) ids.push((await desk.add('a.jpg', await jpeg(width), '')).mediaId);
      const [inHistory = '', inDraft = '', unused = '', fresh = ''] = ids;
      for (const id of [inHistory, inDraft, unused]) age(library, id);
      const lead = (id: string) => ({ ...plainUse, mediaId: mediaId.parse(id), ...texts });
      const saved = await library.save(storyWith(library, { leadImage: lead(inHistory) }), null);
      await library.save({ ...saved.story, leadImage: null }, saved.sha256);
      await library.stories.idle();
      await library.drafts.keep({ ...saved.story, leadImage: lead(inDraft) }, saved.sha256);
      expect(await desk.clean(true)).toMatchObject({ pictures: 1, kept: 3 });
      expect(await desk.clean(false)).toMatchObject({ pictures: 1, kept: 3 });
      const left = desk.list({ text: '', unused: false, offset: 0, limit: 9 }).rows.map((row) => row.mediaId);
      expect(left.toSorted()).toEqual([inHistory, inDraft, fresh].toSorted());
      expect(() => readFileSync(library.layout.mediaFile(unused))).toThrow();
    });
  });
});

describe('what leaves', () => {
  test('no picture of an export says where it was taken or by which camera, and the same run gives the same bytes', async () => {
    await withLibrary(async (library) => {
      const big = taggedJpeg(await jpeg(2000));
      const { mediaId: id } = await new MediaDesk(library).add('a.jpg', big, '');
      const crop = { x: 0, y: 0, width: 0.5, height: 1 };
      const { story } = await library.save(
        storyWith(library, {
          headline: 'Ferry',
          leadImage: { ...plainUse, mediaId: id, ...texts, crop, rotate: 90 },
          body: doc(p('Text.'), img({ media: id, ...texts, blockId: 'b1' })),
        }),
        null,
      );
      const folder = `${library.layout.root}-out`;
      const run = () => all(new ExportDesk(library).run({ ids: [story.id], formats: ['html', 'markdown'], folder }));
      try {
        const first = await run();
        const pictures = first.flatMap(({ path }) => (path?.match(/\.(?:jpg|webp)$/u) ? [path] : []));
        expect(pictures.length).toBeGreaterThan(8);
        for (const path of pictures) expect(readFileSync(`${folder}/${path}`).includes(secrets.serial)).toBe(false);
        const html = readFileSync(`${folder}/ferry/index.html`, 'utf8');
        expect(html).toMatch(/-480\.jpg 480w, media\/[^ ]+\.jpg 500w/u);
        expect(html).toContain('width="500" height="2000"');
        rmSync(library.layout.derivedPictures, { recursive: true });
        expect((await run()).map(({ sha256 }) => sha256)).toEqual(first.map(({ sha256 }) => sha256));
        expect(first.every(({ valid }) => valid !== false)).toBe(true);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});

test('a story is approved when its pictures have a description and a credit', async () => {
  await withLibrary(async (library) => {
    const { mediaId: id } = await new MediaDesk(library).add('a.jpg', await jpeg(), '');
    const lead = { ...plainUse, mediaId: id, ...texts, credit: ' ' };
    const made = storyWith(library, { headline: 'Ferry', body: doc(p('It is back.')), leadImage: lead });
    const saved = await library.save({ ...made, state: 'submitted' }, null);
    const stories = new StoryDesk(library);
    const approve = () => stories.move({ id: saved.story.id, move: 'approve', note: '', person: null });
    await expect(approve()).rejects.toMatchObject({ params: { count: 1, rules: 'credit-missing' } });
    await library.save({ ...saved.story, leadImage: { ...lead, credit: 'M. Sato' } }, saved.sha256);
    expect((await approve()).story.state).toBe('approved');
  });
});

test('a story from before there were crops opens with its lead picture as it is', async () => {
  await withLibrary((library) => {
    const old = { ...storyWith(library, {}), leadImage: { mediaId: `${'a'.repeat(64)}.jpg`, ...texts } };
    expect(storySchema.parse(old).leadImage).toEqual({ ...plainUse, mediaId: `${'a'.repeat(64)}.jpg`, ...texts });
    return Promise.resolve();
  });
});
