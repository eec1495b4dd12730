import { mkdtempSync, rmSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { personId, sectionId, tagId } from '../../../src/core/ids.js';
import type { Person } from '../../../src/core/people/person.js';
import type { Story } from '../../../src/core/story/story.js';
import { HandOverDesk } from '../../../src/node/desk/hand-over-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { TakeInDesk } from '../../../src/node/desk/take-in-desk.js';
import { holderOf } from '../../../src/node/library/exchanges.js';
import type { Library } from '../../../src/node/library/library.js';
import { block, doc, text, uuid } from '../../builders/story.js';
import { halves } from '../../builders/pictures.js';
import { withLibrary } from '../open-library.js';

const para = (blockId: string, words: string) => block('paragraph', { blockId }, text(words));
const body = doc(para('a', 'The ferry left at noon.'), para('b', 'Nobody was hurt.'), para('c', 'The port opens.'));
const ana: Person = {
  id: personId.parse(uuid(7)),
  name: 'Ana Ruiz',
  initials: 'AR',
  colour: '#1f4f82',
  role: 'journalist',
  place: '',
  email: '',
  phone: '',
};

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'copydesk-package-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/** Two desks, and a story that one of them wrote. */
async function twoDesks(
  work: (mine: Library, theirs: Library, story: Story, out: string) => Promise<void>,
): Promise<void> {
  const out = folder();
  await withLibrary((mine) =>
    withLibrary(async (theirs) => {
      const { story } = await new StoryDesk(mine).create(ana, null, { headline: 'Ferry returns', body });
      await work(mine, theirs, story, out);
    }),
  );
}

const handOver = (library: Library, { id }: Pick<Story, 'id'>, target: string, to = 'Mo') =>
  new HandOverDesk(library).handOver({ id, target, to, note: '', person: ana });
const takeIn = (library: Library, path: string, take: 'mine' | 'theirs' | 'both' | null = null) =>
  new TakeInDesk(library).takeIn({ path, person: null, take });
async function change(library: Library, { id }: Pick<Story, 'id'>, fields: Partial<Story>): Promise<void> {
  const { story, sha256 } = await library.stories.read(id);
  await new StoryDesk(library).save({ ...story, ...fields }, sha256);
}

describe('a story that goes to another desk and comes back', () => {
  test('is merged with what happened here meanwhile, and what both changed waits for a person', async () => {
    await twoDesks(async (mine, theirs, story, out) => {
      const receipt = await handOver(mine, story, out);
      expect(receipt).toMatchObject({ to: 'Mo', fileName: 'ferry-returns-r1.copydesk' });
      expect(holderOf(await mine.exchanges.list(story.id))).toMatchObject({ with: 'Mo', fileSha256: receipt.sha256 });
      // A second one in the same folder takes nothing's place.
      expect((await handOver(mine, story, out)).fileName).toBe('ferry-returns-r1-2.copydesk');
      expect(await takeIn(theirs, receipt.path)).toMatchObject({ id: story.id, outcome: 'new', from: 'Ana Ruiz' });

      await change(theirs, story, {
        headline: 'The ferry returns',
        body: doc(
          para('a', 'The ferry sailed at noon.'),
          para('b', 'Nobody was hurt.'),
          para('c', 'The port opens on Monday.'),
        ),
      });
      await change(mine, story, {
        dek: 'After a year.',
        body: doc(
          para('a', 'The ferry departed at noon.'),
          para('n', 'It was late.'),
          para('b', 'Nobody was hurt.'),
          para('c', 'The port opens.'),
        ),
      });
      const back = await handOver(theirs, story, out, 'Ana');
      const taken = await takeIn(mine, back.path);
      expect(taken).toMatchObject({ outcome: 'merged', merged: ['headline', 'body:c'] });
      expect(taken.conflicts.map(({ blockId }) => blockId)).toEqual(['a']);
      const { story: merged } = await mine.stories.read(story.id);
      expect(merged).toMatchObject({ headline: 'The ferry returns', dek: 'After a year.', conflicts: taken.conflicts });
      expect(merged.body.content?.map((node) => node.content?.[0]?.text)).toEqual([
        'The ferry departed at noon.',
        'It was late.',
        'Nobody was hurt.',
        'The port opens on Monday.',
      ]);
      const desk = new StoryDesk(mine);
      await desk.move({ id: story.id, move: 'submit', note: '', person: null });
      const approve = () => desk.move({ id: story.id, move: 'approve', note: '', person: null });
      await expect(approve()).rejects.toMatchObject({
        code: 'workflow.gate-closed',
        params: { rules: 'conflicts-open' },
      });
      for (const { id } of taken.conflicts) await desk.resolveConflict(story.id, id, 'both', null);
      expect((await approve()).story.state).toBe('approved');
      expect(holderOf(await mine.exchanges.list(story.id))).toBeNull();
      const merge = (await mine.stories.history.list(story.id)).find((entry) => entry.revision === 3);
      const state = merge && (await mine.stories.history.read(story.id, merge));
      expect(state?.envelope.parents).toHaveLength(2);
      expect(await takeIn(mine, back.path)).toMatchObject({ outcome: 'older' });
      expect(await takeIn(mine, receipt.path)).toMatchObject({ outcome: 'older' });
    });
  });

  test('says nothing new where a file comes late that a later one was written on', async () => {
    await twoDesks(async (mine, theirs, story, out) => {
      await takeIn(theirs, (await handOver(mine, story, out)).path);
      await change(theirs, story, { dek: 'One.' });
      const late = await handOver(theirs, story, out);
      await change(theirs, story, { dek: 'Two.' });
      await takeIn(mine, (await handOver(theirs, story, out)).path);
      await change(mine, story, { dek: 'Three.' });
      expect(await takeIn(mine, late.path)).toMatchObject({ outcome: 'older', conflicts: [] });
      expect((await mine.stories.read(story.id)).story.dek).toBe('Three.');
    });
  });

  test('goes back and forth again from the state that both had last', async () => {
    await twoDesks(async (mine, theirs, story, out) => {
      await takeIn(theirs, (await handOver(mine, story, out)).path);
      await change(theirs, story, { dek: 'One.' });
      await takeIn(mine, (await handOver(theirs, story, out)).path);
      await change(mine, story, { headline: 'Two' });
      await takeIn(theirs, (await handOver(mine, story, out)).path);
      await change(theirs, story, { dek: 'Three.' });
      const last = await takeIn(mine, (await handOver(theirs, story, out)).path);
      expect(last).toMatchObject({ outcome: 'merged', merged: ['dek'], conflicts: [] });
      expect((await mine.stories.read(story.id)).story).toMatchObject({ headline: 'Two', dek: 'Three.' });
      const unchanged = await handOver(theirs, story, join(out, 'again.copydesk'));
      expect(await takeIn(mine, unchanged.path)).toMatchObject({ outcome: 'same' });
    });
  });

  test('takes along sections, tags and people by id, subject or name, pictures, and what is private', async () => {
    await twoDesks(async (mine, theirs, story, out) => {
      const section = { id: sectionId.parse(uuid(20)), name: 'World', slug: 'world', colour: '#1f4f82', subject: null };
      const [tag, other] = [
        { id: tagId.parse(uuid(21)), name: 'Ferries' },
        { id: tagId.parse(uuid(22)), name: 'ferries' },
      ];
      await mine.taxonomy.change((value) => ({ ...value, sections: [section], tags: [tag] }));
      await mine.people.change((value) => ({ ...value, people: [ana] }));
      await theirs.taxonomy.change((value) => ({ ...value, tags: [other] }));
      const picture = await mine.media.add('harbour.png', await halves().png().toBuffer());
      await mine.media.change(picture.mediaId, {
        caption: 'The harbour',
        credit: 'Mo',
        alt: 'Boats',
        usageTerms: '',
        copyright: '',
        source: '',
      });
      await change(mine, story, {
        sectionId: section.id,
        tagIds: [tag.id],
        internalNote: 'Ring the harbour master.',
        body: doc(para('a', 'The ferry left.'), block('image', { blockId: 'i', media: picture.mediaId, alt: 'Boats' })),
      });
      const { path } = await handOver(mine, story, out);
      await takeIn(theirs, path);
      const { story: came } = await theirs.stories.read(story.id);
      expect(came).toMatchObject({
        sectionId: section.id,
        tagIds: [other.id],
        internalNote: 'Ring the harbour master.',
        deskId: theirs.file.deskId,
      });
      expect(theirs.people.value.people.map(({ name }) => name)).toEqual(['Ana Ruiz']);
      expect(await theirs.media.record(picture.mediaId)).toMatchObject({
        caption: 'The harbour',
        fileName: 'harbour.png',
      });
      const bytes = await fs.readFile(path);
      expect(bytes.subarray(30, 38).toString()).toBe('mimetype');
      expect(bytes.subarray(38, 80).toString()).toContain('application/vnd.copydesk.story+zip');
    });
  });

  test('without a state that both had, nothing of either side is taken for granted', async () => {
    await twoDesks(async (mine, theirs, story, out) => {
      const copy = { ...story, body: doc(para('z', 'Another text.')), headline: 'Elsewhere' };
      await theirs.save(copy, null);
      const taken = await takeIn(mine, (await handOver(theirs, story, out)).path);
      expect(taken.conflicts.map(({ path }) => path)).toContain('headline');
      const { story: merged } = await mine.stories.read(story.id);
      expect(merged.headline).toBe('Ferry returns');
      expect(JSON.stringify(merged.body)).toContain('Another text.');
      expect(JSON.stringify(merged.body)).toContain('Nobody was hurt.');
    });
  });

  test('is refused where it is damaged, cut off, of a later version or published here, and nothing is written', async () => {
    await twoDesks(async (mine, theirs, story, out) => {
      const { path } = await handOver(mine, story, out);
      const bytes = await fs.readFile(path);
      const spoilt = join(out, 'spoilt.copydesk');
      const refused = async (content: Uint8Array, code: string): Promise<void> => {
        await fs.writeFile(spoilt, content);
        await expect(takeIn(theirs, spoilt)).rejects.toMatchObject({ code });
      };
      await refused(bytes.subarray(0, bytes.length / 2), 'import.not-readable');
      await refused(new Uint8Array(), 'import.not-readable');
      await refused(Buffer.from('{}'), 'import.not-readable');
      const flipped = Buffer.from(bytes);
      const at = Math.floor(bytes.length / 2);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await refused(flipped, 'import.not-readable');
      await expect(takeIn(theirs, join(out, 'none.copydesk'))).rejects.toMatchObject({ code: 'import.not-readable' });
      expect(theirs.index.sql.all('SELECT id FROM stories')).toEqual([]);
      expect((await fs.readdir(out)).filter((name) => name.includes('tmp'))).toEqual([]);
    });
  });

  test('is refused where it lacks an edition that its story says it has, and nothing is written', async () => {
    await twoDesks(async (mine, theirs, story, out) => {
      const { sha256 } = await mine.stories.read(story.id);
      await mine.save({ ...story, state: 'published', pubStatus: 'usable', edition: 1 }, sha256);
      const { path } = await handOver(mine, story, out);
      await expect(takeIn(theirs, path)).rejects.toMatchObject({ code: 'import.not-readable' });
      expect(theirs.index.sql.all('SELECT id FROM stories')).toEqual([]);
      expect(theirs.people.value.people).toEqual([]);
    });
  });
});
