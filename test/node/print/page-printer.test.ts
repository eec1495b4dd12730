import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PagePrinter } from '../../../src/node/print/page-printer.js';

/** What the runtime would do, as a script of Node: the same channel, no browser. */
const scripts = {
  prints: `process.on('message', ({ page, to, paper }) => {
    const fs = require('node:fs');
    fs.writeFileSync(to, paper + ' ' + fs.readFileSync(page, 'utf8'));
    process.send({ kind: 'printed' });
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ kind: 'ready' });`,
  fails: `process.on('message', () => process.send({ kind: 'failed', detail: 'ERR_OUT_OF_INK' }));
  process.send({ kind: 'ready' });`,
  diesOnce: `process.on('message', () => process.exit(9)); process.send({ kind: 'ready' });`,
  neverStarts: `process.exit(7);`,
};
const page = [{ path: 'index.html', bytes: new TextEncoder().encode('<p>Ferry') }];

let folder: string;
const before = process.env['TMPDIR'];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-printer-test-'));
  process.env['TMPDIR'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true });
});

function printer(script: keyof typeof scripts): PagePrinter {
  const path = join(folder, `${script}.cjs`);
  writeFileSync(path, scripts[script]);
  return new PagePrinter(() => ({ command: process.execPath, args: [path] }));
}

describe('the printer of pages', () => {
  test('gives back what the runtime printed, page after page, and leaves nothing on the disk', async () => {
    const made = printer('prints');
    const texts = [await made.print(page, 'A4'), await made.print(page, 'Letter')];
    expect(texts.map((bytes) => Buffer.from(bytes).toString('utf8'))).toEqual(['A4 <p>Ferry', 'Letter <p>Ferry']);
    await made.end();
    expect(readdirSync(folder)).toEqual(['prints.cjs']);
  });

  test.each([
    ['fails', /ERR_OUT_OF_INK/u],
    ['diesOnce', /ended in the middle/u],
    ['neverStarts', /did not start/u],
  ] as const)('that %s says so, and the next page is tried anew', async (script, message) => {
    const made = printer(script);
    await expect(made.print(page, 'A4')).rejects.toThrow(message);
    await expect(made.print(page, 'A4')).rejects.toThrow(message);
    await made.end();
    expect(readdirSync(folder)).toEqual([`${script}.cjs`]);
  });
});
