import { cpSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NewsroomError } from '../../src/core/errors.js';
import type { StoryId } from '../../src/core/ids.js';
import { isDamaged, unseal } from '../../src/node/files/sealed-file.js';
import { Library, realWorld } from '../../src/node/library/library.js';
import { verifyLibrary } from '../../src/node/library/verify.js';
import { doc, p, story } from '../builders/story.js';
import { withFolder } from './processes.js';

const world = realWorld('0.0.0-test');

async function libraryWithThree(root: string): Promise<{ ids: StoryId[]; paths: string[] }> {
  await Library.create(root, world);
  const library = await Library.open(root, world, { mode: 'write' });
  const stories = [1, 2, 3].map((number) => {
    const body = doc(
      p(`Story ${String(number)} says that 320 people came, “more than ever”. ${'The quay was full. '.repeat(40)}`),
    );
    return { ...story({ headline: `Story ${String(number)}`, body }), id: world.newId() as StoryId };
  });
  await library.saveMany(stories.map((each) => ({ story: each, expected: null })));
  const ids = stories.map(({ id }) => id);
  const paths = ids.map((id) => library.layout.story(id));
  await library.close();
  return { ids, paths };
}

test('no flipped bit and no cut of a story file goes unnoticed (F7)', async () => {
  await withFolder(async (folder) => {
    const { ids, paths } = await libraryWithThree(join(folder, 'library'));
    let cases = 0;
    const unnoticed: string[] = [];
    for (const [at, path] of paths.entries()) {
      const good = readFileSync(path);
      const id = ids[at]!;
      expect(isDamaged(unseal(good, 'copydesk-story', id))).toBe(false);
      for (let bit = 0; bit < good.length * 8; bit += 1) {
        const flipped = Buffer.from(good);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        if (!isDamaged(unseal(flipped, 'copydesk-story', id))) unnoticed.push(`bit ${String(bit)} of ${id}`);
        cases += 1;
      }
      for (let length = 0; length < good.length; length += 1) {
        if (!isDamaged(unseal(good.subarray(0, length), 'copydesk-story', id)))
          unnoticed.push(`cut at ${String(length)} of ${id}`);
        cases += 1;
      }
    }
    console.log(`damage cases=${String(cases)} undetected=${String(unnoticed.length)}`);
    expect(unnoticed).toEqual([]);
    expect(cases).toBeGreaterThan(50_000);
  });
});

const replacements: Readonly<Record<string, (good: Buffer) => Buffer>> = {
  nothing: () => Buffer.alloc(0),
  'NUL bytes': (good) => Buffer.alloc(good.length),
  'the word null': () => Buffer.from('null'),
  zero: () => Buffer.from('0'),
  'an empty string': () => Buffer.from('""'),
  false: () => Buffer.from('false'),
  'a byte order mark': (good) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good]),
  'UTF-16': (good) => Buffer.from(good.toString('utf8'), 'utf16le'),
  'one changed digit': (good) => Buffer.from(good.toString('utf8').replace('320', '321')),
};

test.each(Object.entries(replacements))(
  'a story file that holds %s is set aside, the other stories are there',
  async (_name, damage) => {
    await withFolder(async (folder) => {
      const root = join(folder, 'library');
      const { ids, paths } = await libraryWithThree(root);
      const [first, ...others] = ids as [StoryId, StoryId, StoryId];
      const bad = damage(readFileSync(paths[0]!));
      writeFileSync(`${paths[0]!}.new`, bad);
      renameSync(`${paths[0]!}.new`, paths[0]!);
      const library = await Library.open(root, world, { mode: 'write' });
      await expect(library.stories.read(first)).rejects.toMatchObject({ code: 'store.damaged' });
      for (const id of others) expect((await library.stories.read(id)).story.id).toBe(id);
      expect(library.index.troubles().map(({ id, kind }) => [id, kind])).toEqual([[first, 'damaged']]);
      const kept = await fs.readdir(library.layout.quarantine);
      const copies = await Promise.all(kept.map((name) => fs.readFile(join(library.layout.quarantine, name))));
      expect(copies.some((copy) => copy.equals(bad))).toBe(true);
      expect(readFileSync(paths[0]!).equals(bad)).toBe(true);
      await library.close();
    });
  },
);

test('two swapped files, a link in the place of a story and an old copy put back are told', async () => {
  await withFolder(async (folder) => {
    const root = join(folder, 'library');
    const { ids, paths } = await libraryWithThree(root);
    const [one, two, three] = ids as [StoryId, StoryId, StoryId];
    const writer = await Library.open(root, world, { mode: 'write' });
    cpSync(paths[2]!, join(folder, 'old.json'));
    const state = await writer.stories.read(three);
    await writer.save({ ...state.story, headline: 'Newer' }, state.sha256);
    await writer.close();

    renameSync(paths[0]!, join(folder, 'swapped.json'));
    cpSync(paths[1]!, paths[0]!);
    renameSync(paths[1]!, join(folder, 'other.json'));
    symlinkSync(join(folder, 'other.json'), paths[1]!);
    cpSync(join(folder, 'old.json'), paths[2]!);
    const library = await Library.open(root, world, { mode: 'write' });
    const damageOf = async (id: StoryId): Promise<string> => {
      const error = await library.stories.read(id).then(
        () => undefined,
        (cause: unknown) => cause,
      );
      return error instanceof NewsroomError ? String(error.params['detail']) : 'nothing';
    };
    expect(await damageOf(one)).toMatch(/wrongId/u);
    expect(await damageOf(two)).toMatch(/notAFile/u);
    expect(await damageOf(three)).toMatch(/older than its history/u);

    // A person asks for the newest whole version: the damaged file is kept, the story is back.
    const recovered = await library.recover(three);
    expect(recovered.story.headline).toBe('Newer');
    expect((await library.stories.read(three)).story.headline).toBe('Newer');
    await library.close();
  });
});

test('a taxonomy that is damaged comes back from its second copy and hides no story', async () => {
  await withFolder(async (folder) => {
    const root = join(folder, 'library');
    await libraryWithThree(root);
    const writer = await Library.open(root, world, { mode: 'write' });
    await writer.taxonomy.change((taxonomy) => ({
      ...taxonomy,
      tags: [{ id: world.newId() as never, name: 'Harbour' }],
    }));
    await writer.close();
    writeFileSync(join(root, 'taxonomy.json'), '{"sections": [');
    const library = await Library.open(root, world, { mode: 'write' });
    expect(library.taxonomy.value.tags.map(({ name }) => name)).toEqual(['Harbour']);
    expect(library.taxonomy.damage).toMatch(/damaged/u);
    expect(library.index.size()).toBe(3);
    await library.close();
  });
});

test('verify names every damaged file and nothing else', async () => {
  await withFolder(async (folder) => {
    const root = join(folder, 'library');
    const { paths } = await libraryWithThree(root);
    writeFileSync(paths[1]!, readFileSync(paths[1]!).subarray(0, 100));
    const library = await Library.open(root, world, { mode: 'read' });
    const found: string[] = [];
    const findings = verifyLibrary(library);
    for await (const { kind, path } of findings) found.push(`${kind} ${path}`);
    expect(found).toEqual([`notJson ${paths[1]!.slice(root.length + 1)}`]);
    await library.close();
  });
});
