import { readdirSync, statSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { doc, p } from '../../builders/story.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { withLibrary } from '../open-library.js';

describe('saving', () => {
  test('a story is private to the user, has its text, and its earlier states stay', async () => {
    await withLibrary(async (library) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(null);
      const second = await desk.save({ ...story, headline: 'Second' }, sha256);
      await desk.save({ ...story, headline: 'Third' }, second.sha256);
      expect((await library.stories.read(story.id)).story.headline).toBe('Third');
      const entries = await library.stories.history.list(story.id);
      expect(entries.map(({ revision }) => revision)).toEqual([3, 2, 1]);
      const earlier = await library.stories.history.read(story.id, entries[1]!);
      expect(earlier?.story.headline).toBe('Second');
      expect(statSync(library.layout.story(story.id)).mode & 0o777).toBe(0o600);
      expect(statSync(join(library.layout.stories, story.id.slice(-2))).mode & 0o777).toBe(0o700);
    });
  });

  test('a save on a state that is not the newest is refused and changes nothing', async () => {
    await withLibrary(async (library) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(null);
      await desk.save({ ...story, headline: 'From one window' }, sha256);
      await expect(desk.save({ ...story, headline: 'From another' }, sha256)).rejects.toMatchObject({
        code: 'story.changed-elsewhere',
      });
      expect((await library.stories.read(story.id)).story.headline).toBe('From one window');
    });
  });

  test('a late save keeps the state that a move gave the story meanwhile', async () => {
    await withLibrary(async (library) => {
      const desk = new StoryDesk(library);
      const { story } = await desk.create(null);
      const moved = await desk.move({ id: story.id, move: 'submit', note: '', person: null });
      const saved = await desk.save({ ...story, headline: 'Typed before the move' }, moved.sha256);
      expect(saved.story).toMatchObject({ headline: 'Typed before the move', state: 'submitted' });
      expect(saved.story.log).toHaveLength(1);
    });
  });

  test('publishing freezes an edition that later changes of names and settings do not touch', async () => {
    await withLibrary(async (library) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(null);
      await desk.save({ ...story, headline: 'Out', body: doc(p('Text.')), internalNote: 'secret' }, sha256);
      for (const move of ['submit', 'approve', 'publish'] as const)
        await desk.move({ id: story.id, move, note: '', person: null });
      await library.settings.change((settings) => ({ ...settings, name: 'Another name' }));
      const edition = await library.editions.read(story.id, 1);
      expect(edition?.rendition).toMatchObject({ edition: 1, headline: 'Out', publication: { name: 'My newsroom' } });
      expect(JSON.stringify(edition)).not.toContain('secret');
      const out = (await library.stories.read(story.id)).story;
      await expect(
        desk.save({ ...out, headline: 'Changed' }, (await library.stories.read(story.id)).sha256),
      ).rejects.toMatchObject({ code: 'story.frozen' });
    });
  });
});

describe('drafts', () => {
  test('a draft of this opening is no recovery; one that a crash left is offered, with both texts', async () => {
    await withLibrary(async (library, reopen) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(null);
      await desk.keepDraft({ ...story, body: doc(p('Typed and not saved.')) }, sha256);
      expect((await desk.open(story.id)).recovery).toBeNull();
      const again = new StoryDesk(await reopen());
      const opened = await again.open(story.id);
      expect(opened.recovery).toMatchObject({ draftWords: 4, savedWords: 0 });
      expect(opened.recovery?.draft).toContain('Typed and not saved.');
      const kept = await again.recover(story.id, 'draft', null);
      expect(JSON.stringify(kept.story.body)).toContain('Typed and not saved.');
      expect((await again.open(story.id)).recovery).toBeNull();
    });
  });

  test('keeping both makes the draft a story of its own', async () => {
    await withLibrary(async (library, reopen) => {
      const { story, sha256 } = await new StoryDesk(library).create(null);
      await new StoryDesk(library).keepDraft({ ...story, headline: 'Draft' }, sha256);
      const reopened = await reopen();
      const both = await new StoryDesk(reopened).recover(story.id, 'both', null);
      expect(both.story.id).not.toBe(story.id);
      expect(both.story).toMatchObject({ headline: 'Draft', state: 'draft', edition: 0 });
      expect((await reopened.stories.read(story.id)).story.headline).toBe('');
      expect(readdirSync(reopened.layout.drafts)).toEqual([]);
    });
  });
});

describe('the index', () => {
  test('a deleted or damaged index is made anew from the stories', async () => {
    await withLibrary(async (library, reopen) => {
      const desk = new StoryDesk(library);
      for (const headline of ['One', 'Two']) {
        const { story, sha256 } = await desk.create(null);
        await desk.save({ ...story, headline }, sha256);
      }
      await library.close();
      writeFileSync(library.layout.index, 'not a database at all, and long enough to be looked at as one');
      const second = await reopen();
      expect(second.index.size()).toBe(2);
      await second.close();
      await fs.rm(library.layout.cache, { recursive: true });
      expect((await reopen()).index.size()).toBe(2);
    });
  });

  test('a story that vanished from the disk is an alarm, not a deletion', async () => {
    await withLibrary(async (library, reopen) => {
      const { story } = await new StoryDesk(library).create(null);
      await fs.rm(library.layout.story(story.id));
      const again = await reopen();
      expect(again.index.row(story.id)).toBeDefined();
      expect(again.index.troubles()).toMatchObject([{ id: story.id, kind: 'missing' }]);
    });
  });

  test('a copy that a sync program made is told and kept', async () => {
    await withLibrary(async (library, reopen) => {
      const { story } = await new StoryDesk(library).create(null);
      const path = library.layout.story(story.id);
      const copy = path.replace('.json', ' (desk-pc conflicted copy 2026-02-03).json');
      await fs.copyFile(path, copy);
      const again = await reopen();
      expect(again.index.troubles()).toMatchObject([{ kind: 'unknownFile' }]);
      expect(again.index.size()).toBe(1);
      await fs.access(copy);
    });
  });

  test('candidates for related stories are ranked, not taken in the order of their making', async () => {
    await withLibrary(async (library) => {
      const desk = new StoryDesk(library);
      const write = async (headline: string, text: string): Promise<string> => {
        const { story, sha256 } = await desk.create(null);
        await desk.save({ ...story, headline, body: doc(p(text)) }, sha256);
        return story.id;
      };
      await write('Bakery wins bread prize', 'The bakery on the square won the prize for its bread.');
      const near = await write(
        'Ferry Petrel sails again',
        'The ferry Petrel crossed the harbour with sixty passengers.',
      );
      await write('Council debates bread prices', 'The council spoke about the price of bread.');
      const query = await write('Harbour ferry Petrel licence', 'The harbour granted the ferry Petrel a licence.');
      const ranks = library.index.sql.all(
        "SELECT rank FROM related WHERE related MATCH 'ferry OR bread OR petrel' ORDER BY rank",
      );
      expect(new Set(ranks.map(({ rank }) => rank)).size).toBeGreaterThan(1);
      expect(library.related.find(query, 3)?.found[0]?.row.id).toBe(near);
    });
  });
});
