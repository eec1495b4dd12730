import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

test('the gate holds a story up on the command line; a reason opens it, and a move is taken back until an export', async () => {
  await withFolder((folder) => {
    const library = join(folder, 'L');
    copydesk(['init', library]);
    const text = join(folder, 'ferry.md');
    writeFileSync(text, '# Ferry returns\n\nThe ferry carries TK people.\n');
    const id = String(copydesk(['import', library, text, '--json']).rows[0]?.['id']);
    copydesk(['move', library, id, 'submitted']);
    const held = copydesk(['move', library, id, 'approved']);
    expect([held.code, held.stderr]).toEqual([3, expect.stringContaining('TK') as string]);
    const check = copydesk(['check', library, id, '--json']);
    expect(check.rows.filter(({ gate }) => gate === 'block')).toMatchObject([{ rule: 'tk-left', waived: false }]);
    expect(copydesk(['waive', library, id, 'tk-left']).code).toBe(2);
    const waived = copydesk(['waive', library, id, 'tk-left', '--reason', 'Noon.', '--json']);
    expect(waived).toMatchObject({ code: 0, rows: [{ id, finding: 'tk-left', waived: 1 }] });
    expect(copydesk(['move', library, id, 'approved']).code).toBe(0);
    expect(copydesk(['undo', library, id, '--json']).rows).toMatchObject([{ id, state: 'submitted' }]);
    copydesk(['move', library, id, 'approved']);
    copydesk(['publish', library, id]);
    copydesk(['export', library, id, '--format', 'html', '--out', join(folder, 'out')]);
    const undo = copydesk(['undo', library, id]);
    expect([undo.code, undo.stderr]).toEqual([3, expect.stringContaining('exported since') as string]);
    return Promise.resolve();
  });
});
