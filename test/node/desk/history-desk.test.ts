import * as fs from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { personId } from '../../../src/core/ids.js';
import type { Person } from '../../../src/core/people/person.js';
import { historyHandlers } from '../../../src/node/desk/history-desk.js';
import { listVersions } from '../../../src/node/desk/list-versions.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { readFacts, withFacts, type VersionFacts } from '../../../src/node/library/version-facts.js';
import { doc, p, uuid } from '../../builders/story.js';
import { withLibrary } from '../open-library.js';

const anna: Person = {
  id: personId.parse(uuid(7)),
  name: 'Anna Lindqvist',
  initials: 'AL',
  colour: '#1f4f82',
  role: 'editor',
  place: '',
  email: '',
  phone: '',
};

describe('the versions of a story', () => {
  test('are listed with who, state, words and the change of words, newest first', async () => {
    await withLibrary(async (library) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(null);
      const two = await desk.save({ ...story, body: doc(p('One two three four.')) }, sha256, anna);
      await desk.save({ ...story, body: doc(p('One two.')) }, two.sha256, anna);
      const { versions, total } = await listVersions(library, story.id, 0, 2);
      expect(total).toBe(3);
      expect(
        versions.map(({ revision, by, state, words, change }) => ({ revision, by, state, words, change })),
      ).toEqual([
        { revision: 3, by: anna.name, state: 'draft', words: 2, change: -2 },
        { revision: 2, by: anna.name, state: 'draft', words: 4, change: 4 },
      ]);
      expect((await listVersions(library, story.id, 2, 2)).versions).toMatchObject([
        { revision: 1, by: null, change: null },
      ]);
    });
  });

  test('keep a name that is given to one, and stay whole', async () => {
    await withLibrary(async (library, reopen) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(anna);
      const calls = historyHandlers(library, desk, () => anna);
      const { version } = await calls['history.name']({ id: story.id, version: null, name: 'Before the lawyers' });
      await desk.save({ ...story, headline: 'Later' }, sha256, anna);
      const again = await reopen();
      const { versions } = await listVersions(again, story.id, 0, 10);
      expect(versions.map(({ name }) => name)).toEqual([null, 'Before the lawyers']);
      const entry = await again.stories.history.find(story.id, version);
      expect(entry && (await again.stories.history.read(story.id, entry))?.story.headline).toBe('');
    });
  });

  test('come back whole as a new saved state, and the desk keeps what it decided', async () => {
    await withLibrary(async (library) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(anna, null, { headline: 'First' });
      await desk.save({ ...story, headline: 'Second', body: doc(p('Written.')) }, sha256, anna);
      const moved = await desk.move({ id: story.id, move: 'submit', note: '', person: anna });
      const first = (await listVersions(library, story.id, 0, 10)).versions.at(-1);
      const calls = historyHandlers(library, desk, () => anna);
      const restored = await calls['history.restore']({
        id: story.id,
        version: first?.version ?? '',
        expectedSha256: moved.sha256,
      });
      expect(restored.revision).toBe(4);
      expect(restored.story).toMatchObject({ headline: 'First', state: 'submitted', body: story.body });
      expect((await library.stories.read(story.id)).story.headline).toBe('First');
    });
  });

  test('of an older Copydesk, without facts in their files, are listed too', async () => {
    await withLibrary(async (library) => {
      const { story } = await new StoryDesk(library).create(anna);
      const [entry] = await library.stories.history.list(story.id);
      const path = entry?.path ?? '';
      const bytes = await fs.readFile(path);
      const bare = Buffer.from(bytes.subarray(12 + bytes.readUInt16LE(10)));
      await fs.writeFile(path, Buffer.concat([Buffer.from(gzipSync('').subarray(0, 10)), bare]));
      expect(readFacts(await fs.readFile(path))).toBeUndefined();
      expect((await listVersions(library, story.id, 0, 10)).versions).toMatchObject([{ by: anna.name, words: 0 }]);
    });
  });
});

describe('the facts in a packed file', () => {
  const facts: VersionFacts = { savedAt: '2026-02-03T10:00:00.000Z', by: 'Zoë', state: 'draft', words: 3, name: null };

  test('are replaced, never stacked, and a flipped bit in them is noticed', () => {
    const packed = withFacts(withFacts(gzipSync('story'), facts), { ...facts, name: 'Zweite Fassung' });
    expect(readFacts(packed)).toEqual({ ...facts, name: 'Zweite Fassung' });
    expect(packed.length).toBeLessThan(400);
    packed[30] = (packed[30] ?? 0) ^ 1;
    expect(readFacts(packed)).toBeUndefined();
  });
});
