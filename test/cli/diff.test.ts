import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

test('diff says what a move and an unknown state changed, and nothing for a state against itself', async () => {
  await withFolder(async (folder) => {
    const library = join(folder, 'L');
    const file = join(folder, 'ferry.txt');
    writeFileSync(file, 'Ferry returns\n\nThe ferry is back after eleven years.\n\nGulls came too.\n');
    copydesk(['init', library, '--json']);
    const id = String(copydesk(['import', library, file, '--json']).rows[0]?.['id']);
    expect(copydesk(['move', library, id, 'inProgress', '--json']).code).toBe(0);
    const changed = copydesk(['diff', library, id, '--json']);
    expect(changed.rows).toMatchObject([
      { id, from: 1, to: 2, what: 'field', path: 'state', before: 'draft', after: 'inProgress' },
    ]);
    expect(changed.code).toBe(0);
    expect(copydesk(['diff', library, id, '--from', '2', '--to', '2', '--json']).rows).toEqual([]);
    expect(copydesk(['diff', library, id, '--from', '7']).code).toBe(3);
    await Promise.resolve();
  });
});
