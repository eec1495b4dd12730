// The program that the fault tests kill: plain Node, the store as the app uses it. Says each acknowledged save on
// stdout, synchronously, so that a line which was printed was true.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
// eslint-disable-next-line no-restricted-imports -- the control: what stock lowdb does under the same fault
import { JSONFile } from 'lowdb/node';
import { storyId } from '../../src/core/ids.js';
import { newStory, type Story } from '../../src/core/story/story.js';
import { TaxonomyDesk } from '../../src/node/desk/taxonomy-desk.js';
import { Library, realWorld } from '../../src/node/library/library.js';

const world = realWorld('0.0.0-test');
const [command = '', root = ''] = process.argv.slice(2);
const storiesInLoop = 20;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

function storyOf(library: Library, headline: string, tags: Story['tagIds'] = []): Story {
  const about = { settings: library.settings.value, desk: library.file.deskId, now: world.now(), newId: world.newId };
  return newStory(about, { headline, tagIds: tags });
}

/** A library with a few stories that all carry the tag "old". */
async function prepare(): Promise<void> {
  await Library.create(root, world);
  const library = await Library.open(root, world, { mode: 'write' });
  const [tag] = await new TaxonomyDesk(library).tagsNamed(['old', 'new']);
  const tags = tag ? [tag.id] : [];
  const stories = Array.from({ length: 4 }, (_, at) => storyOf(library, `Story ${String(at)}`, tags));
  await library.saveMany(stories.map((story) => ({ story, expected: null })));
  await library.close();
}

/** Saves for ever: `ack <id> <revision> <headline>` after each. */
async function loop(): Promise<void> {
  const library = await Library.open(root, world, { mode: 'write' });
  const states = await library.saveMany(
    Array.from({ length: storiesInLoop }, () => ({ story: storyOf(library, 'new'), expected: null })),
  );
  const current = new Map(states.map((state) => [state.story.id, state]));
  for (const { story, revision } of states) say(`ack ${story.id} ${String(revision)} ${story.headline}`);
  for (;;) {
    for (const [id, { story, sha256 }] of current) {
      const saved = await library.save({ ...story, headline: randomUUID() }, sha256);
      current.set(id, saved);
      say(`ack ${id} ${String(saved.revision)} ${saved.story.headline}`);
    }
  }
}

/** The same loop with lowdb as it comes: one file a story, its own adapter. */
async function stock(): Promise<void> {
  mkdirSync(join(root, 'stock'), { recursive: true });
  const files = Array.from({ length: storiesInLoop }, () => storyId.parse(randomUUID())).map((id) => ({
    id,
    low: new Low<{ headline: string; revision: number }>(new JSONFile(join(root, 'stock', `${id}.json`)), {
      headline: '',
      revision: 0,
    }),
  }));
  for (;;) {
    for (const { id, low } of files) {
      low.data = { headline: randomUUID(), revision: low.data.revision + 1 };
      await low.write();
      say(`ack ${id} ${String(low.data.revision)} ${low.data.headline}`);
    }
  }
}

/** One save of the first story. */
async function save(): Promise<void> {
  const library = await Library.open(root, world, { mode: 'write' });
  const id = storyId.parse(library.index.sql.get('SELECT id FROM stories ORDER BY id LIMIT 1')?.['id']);
  const { story, sha256 } = await library.stories.read(id);
  say('begin');
  const saved = await library.save({ ...story, headline: 'Saved' }, sha256);
  say(`ack ${id} ${String(saved.revision)} ${saved.story.headline}`);
  await library.close();
}

/** Merges the tag "old" into "new": many files, one intent. */
async function merge(): Promise<void> {
  const library = await Library.open(root, world, { mode: 'write' });
  const [from, into] = library.taxonomy.value.tags;
  say('begin');
  if (from && into) await new TaxonomyDesk(library).removeTag(from.id, into.id);
  say('ack merge 1 done');
  await library.close();
}

const programs: Readonly<Record<string, () => Promise<void>>> = { prepare, loop, stock, save, merge };
const program = programs[command];
if (!program) throw new Error(`no program "${command}"`);
await program();
