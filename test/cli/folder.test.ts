import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

test('a story goes through a shared folder on the command line, and a claim keeps the other desk from it', async () => {
  await withFolder((root) => {
    const [mine, theirs, folder] = ['mine', 'theirs', 'shared'].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(folder);
    copydesk(['init', mine, '--sample']);
    copydesk(['init', theirs]);
    const id = String(copydesk(['list', mine, '--view', 'toReview', '--json']).rows[0]?.['id']);
    const placed = copydesk(['folder', 'place', mine, folder, id, '--to', 'Ines', '--json']);
    const name = String(placed.rows[0]?.['name']);
    expect(readdirSync(folder)).toEqual([name]);
    expect(copydesk(['folder', 'list', theirs, folder, '--json']).rows).toMatchObject([
      { name, standing: 'new', to: 'Ines', claim: null },
    ]);
    expect(copydesk(['folder', 'claim', mine, folder, name]).code).toBe(0);
    const refused = copydesk(['folder', 'take', theirs, folder, name]);
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('has claimed this story') as string]);
    copydesk(['folder', 'release', mine, folder, name]);
    const taken = copydesk(['folder', 'take', theirs, folder, name, '--json']);
    expect(taken).toMatchObject({ code: 0, rows: [{ name, outcome: 'new', conflicts: 0 }] });
    expect(copydesk(['list', theirs, '--json']).rows).toHaveLength(1);
    expect(copydesk(['folder', 'take', theirs, folder, name]).code).toBe(3);
    expect(copydesk(['folder', 'burn', theirs, folder, name]).code).toBe(2);
    expect(copydesk(['folder', 'list', theirs, join(root, 'nowhere')]).code).toBe(3);
    return Promise.resolve();
  });
});
