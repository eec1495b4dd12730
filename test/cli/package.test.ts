import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/node/files/sha256.js';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

const seed = join(import.meta.dirname, '../cases/import/seed-page.txt');

test('a story goes to another library as one file and is known again when it comes twice', async () => {
  await withFolder((folder) => {
    const [mine, theirs, file] = [join(folder, 'A'), join(folder, 'B'), join(folder, 'story.copydesk')];
    copydesk(['init', mine]);
    copydesk(['init', theirs]);
    const id = String(copydesk(['import', mine, seed, '--json']).rows[0]?.['id']);
    expect(copydesk(['package', mine, id, '--json']).code).toBe(2);
    const written = copydesk(['package', mine, id.slice(0, 8), '--out', file, '--to', 'Mo', '--json']);
    expect(written.rows).toEqual([
      { id, path: file, sha256: sha256(readFileSync(file)), at: expect.any(String) as string, to: 'Mo' },
    ]);
    const first = copydesk(['merge', theirs, file, '--json']);
    expect(first).toMatchObject({ code: 0, rows: [{ id, outcome: 'new', merged: [], conflicts: [] }] });
    expect(copydesk(['merge', theirs, file, '--json']).rows).toMatchObject([{ outcome: 'same' }]);
    expect(copydesk(['merge', mine, file, '--json']).rows).toMatchObject([{ outcome: 'same' }]);
    const none = copydesk(['merge', mine, join(folder, 'none.copydesk')]);
    expect(none.code).toBe(3);
    expect(none.stderr).toContain('could not be read');
    expect(copydesk(['merge', mine, file, '--take', 'all']).code).toBe(2);
    expect(copydesk(['verify', theirs]).code).toBe(0);
    return Promise.resolve();
  });
});
