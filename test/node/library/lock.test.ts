import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Library } from '../../../src/node/library/library.js';
import { LibraryLock } from '../../../src/node/library/library-lock.js';
import { withFolder } from '../../faults/processes.js';
import { testWorld, withLibrary } from '../open-library.js';

test('a second opening for writing is refused, one that may read reads', async () => {
  await withLibrary(async (library) => {
    await expect(Library.open(library.layout.root, testWorld, { mode: 'write' })).rejects.toMatchObject({
      code: 'store.locked',
    });
    const reader = await Library.open(library.layout.root, testWorld, { mode: 'writeIfFree' });
    expect(reader.readOnly?.code).toBe('store.locked');
    await expect(reader.assertWritable()).rejects.toMatchObject({ code: 'store.read-only' });
    await reader.close();
  });
});

test('the lock of a process that died is taken over, also when its number lives on in another process', async () => {
  await withFolder(async (folder) => {
    const lock = join(folder, 'library.lock');
    const owner = { host: hostname(), bootId: 'another boot', startTime: '1', nonce: 'dead' };
    for (const pid of [999_999_999, process.pid]) {
      mkdirSync(lock);
      writeFileSync(join(lock, 'owner.json'), JSON.stringify({ ...owner, pid }));
      const taken = await LibraryLock.acquire(lock, 'new');
      if (!('lock' in taken)) throw new Error(`held by ${taken.heldBy}`);
      expect(await taken.lock.isHeld()).toBe(true);
      await taken.lock.release();
      expect(existsSync(lock)).toBe(false);
    }
  });
});

test('a lock of another machine is watched: taken over without a sign of life, respected with one', async () => {
  await withFolder(async (folder) => {
    const lock = join(folder, 'library.lock');
    mkdirSync(lock);
    const owner = { pid: 1, host: 'another-machine', bootId: '', startTime: '', nonce: 'far' };
    const write = (): void => {
      writeFileSync(join(lock, 'owner.json'), JSON.stringify(owner));
    };
    write();
    const beat = setInterval(write, 20);
    expect(await LibraryLock.acquire(lock, 'new', 200)).toEqual({ heldBy: 'the machine "another-machine"' });
    clearInterval(beat);
    const taken = await LibraryLock.acquire(lock, 'new', 100);
    expect('lock' in taken).toBe(true);
    if ('lock' in taken) await taken.lock.release();
  });
});

test('of many that start at once exactly one gets the lock', async () => {
  await withFolder(async (folder) => {
    const lock = join(folder, 'library.lock');
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, at) => LibraryLock.acquire(lock, `n${String(at)}`)),
    );
    const held = outcomes.flatMap((outcome) => ('lock' in outcome ? [outcome.lock] : []));
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });
});

test('a lock that another process took over is noticed before anything is written', async () => {
  await withLibrary(async (library) => {
    writeFileSync(
      join(library.layout.lock, 'owner.json'),
      JSON.stringify({ pid: 1, host: 'x', bootId: '', startTime: '', nonce: 'other' }),
    );
    await expect(library.assertWritable()).rejects.toMatchObject({ code: 'store.read-only' });
  });
});

test('a living process on this machine is recognised as the holder', async () => {
  await withFolder(async (folder) => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(child, 'spawn');
    const taken = await LibraryLock.acquire(join(folder, 'library.lock'), 'mine');
    expect('lock' in taken).toBe(true);
    expect(await LibraryLock.acquire(join(folder, 'library.lock'), 'theirs')).toMatchObject({
      heldBy: expect.stringContaining(String(process.pid)) as string,
    });
    if ('lock' in taken) await taken.lock.release();
    child.kill();
  });
});

test('a window that starts while the process before it ends waits for it, and then may write', async () => {
  await withLibrary(async (library) => {
    const ending = setTimeout(() => void library.close(), 300);
    const next = await Library.open(library.layout.root, testWorld, { mode: 'writeIfFree' });
    clearTimeout(ending);
    expect(next.readOnly).toBeNull();
    await next.close();
  });
});
