import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

const seed = join(import.meta.dirname, '../cases/import/seed-page.txt');

test('a published story is corrected, killed with a notice, and every edition stays and follows the one before', async () => {
  await withFolder((folder) => {
    const [library, out] = [join(folder, 'L'), join(folder, 'D')];
    copydesk(['init', library]);
    const id = String(copydesk(['import', library, seed, '--state', 'published', '--json']).rows[0]?.['id']);
    const files = (formats: string) =>
      copydesk(['export', library, id, '--format', formats, '--out', out, '--json']).rows.map((row) => ({
        ...row,
        text: 'path' in row ? readFileSync(join(out, String(row['path'])), 'utf8') : '',
      })) as { format: string; edition?: number; valid?: boolean | null; outcome?: string; text: string }[];
    const wire = 'ninjs,nitf,newsml-g2,text';
    const before = files(wire);

    expect(copydesk(['correct', library, id, '--wrong', 'no such words', '--right', 'x']).code).toBe(3);
    const corrected = copydesk([
      'correct',
      library,
      id,
      '--wrong',
      'hosted in Abu Dhabi',
      '--right',
      'hosted in Dubai',

      '--json',
    ]);
    expect(corrected.rows).toEqual([
      {
        id,
        state: 'corrected',
        edition: 2,
        note: 'An earlier version of this story said “hosted in Abu Dhabi”. It should have said “hosted in Dubai”.',
      },
    ]);
    const after = files(`html,${wire}`);
    for (const { format, valid, edition, text } of after.filter((file) => file.valid !== null)) {
      expect([format, valid, edition]).toEqual([format, true, 2]);
      expect(text).toContain('hosted in Dubai');
    }
    expect(after.find(({ format }) => format === 'newsml-g2')?.text).toContain('correction');
    expect(after.find(({ format }) => format === 'html')?.text).toContain('An earlier version of this story');

    copydesk(['kill', library, id, '--notice', 'The story is wrong in all points.\nPlease do not use it.']);
    const killed = files(`html,${wire}`);
    expect(killed.filter(({ outcome }) => outcome === 'refused').map(({ format }) => format)).toEqual(['html']);
    for (const { format, valid, edition, text } of killed.filter(({ outcome }) => outcome !== 'refused')) {
      expect([format, edition, valid === false]).toEqual([format, 3, false]);
      expect(text).toContain('The story is wrong in all points.');
      expect(text).not.toContain('Dubai');
    }
    const textOf = (all: typeof killed, format: string): string =>
      all.find((file) => file.format === format)?.text ?? '';
    expect(JSON.parse(textOf(killed, 'ninjs'))).toMatchObject({ pubstatus: 'canceled', version: '3' });
    expect(textOf(killed, 'newsml-g2')).toContain('stat:canceled');
    expect(textOf(killed, 'nitf')).toContain('management-status="canceled"');
    expect(textOf(before, 'ninjs')).toContain('"usable"');

    expect(copydesk(['verify', library]).code).toBe(0);
    const edition = (number: number) => join(library, 'editions', id.slice(-2), `${id}.${String(number)}.json`);
    writeFileSync(edition(2), readFileSync(edition(1)));
    const found = copydesk(['verify', library, '--json']);
    expect(found.code).toBe(1);
    expect(found.rows.map((row) => row['kind'])).toEqual(['brokenChain', 'brokenChain', undefined]);
    return Promise.resolve();
  });
});
