import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTemporary, makeFolder, removeDurably, writeDurably } from '../../src/node/files/write-durably.js';
import { WriteQueue } from '../../src/node/files/write-queue.js';
import { withFolder } from '../faults/processes.js';

test('removing what is not there, in a folder that is not there, is no error', async () => {
  await withFolder(async (folder) => {
    await removeDurably(join(folder, 'drafts', 'x.json'));
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a write makes its folder, is private to the user, and leaves no temp file', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'a', 'b', 'c.json');
    await writeDurably(path, 'one');
    await writeDurably(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c.json']);
  });
});

test('a write that cannot be put in place leaves the old content and no temp file', async () => {
  await withFolder(async (folder) => {
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken', 'inside'), '');
    await expect(writeDurably(join(folder, 'taken'), 'x')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

test('a temp file is known by its name, a story is not taken for one', async () => {
  expect(isTemporary('.0f.json.4711.0a1b2c3d.tmp')).toBe(true);
  expect(isTemporary('0f.json')).toBe(false);
  await withFolder(async (folder) => {
    await makeFolder(join(folder, 'x', 'y'));
    expect(readdirSync(join(folder, 'x'))).toEqual(['y']);
  });
});

test('each caller of the queue gets its own result, whatever happens to the others', async () => {
  const queue = new WriteQueue();
  const order: string[] = [];
  const first = queue.run('story', () => {
    order.push('first');
    return Promise.resolve(1);
  });
  const second = queue.run('story', () => {
    order.push('second');
    return Promise.reject(new Error('disk full'));
  });
  const third = queue.run('story', () => {
    order.push('third');
    return Promise.resolve(3);
  });
  await expect(second).rejects.toThrow('disk full');
  expect([await first, await third]).toEqual([1, 3]);
  expect(order).toEqual(['first', 'second', 'third']);
});
