import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { placeNew } from '../../../src/node/files/place-new.js';

test('ten writers of one name all find a place, and what lies there stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-place-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(join(folder, 'a.copydesk'), 'first');
  const numbers = Array.from({ length: 10 }, (_, number) => number);
  for (const number of numbers) writeFileSync(join(folder, `.t${String(number)}`), String(number));
  const placed = await Promise.all(
    numbers.map((number) => placeNew(join(folder, `.t${String(number)}`), folder, 'a.copydesk')),
  );
  expect(new Set(placed.map((path) => basename(path)))).toEqual(
    new Set(numbers.map((number) => `a-${String(number + 2)}.copydesk`)),
  );
  expect(readFileSync(join(folder, 'a.copydesk'), 'utf8')).toBe('first');
  expect(placed.map((path) => readFileSync(path, 'utf8'))).toEqual(numbers.map(String));
  expect(readdirSync(folder)).toHaveLength(11);
});
