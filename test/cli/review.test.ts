import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

const outlook = join(import.meta.dirname, '../cases/paste/outlook.html');

test('suggestions that came with a text are refused of one person, then taken of all others', async () => {
  await withFolder((folder) => {
    const library = join(folder, 'L');
    copydesk(['init', library]);
    const [imported] = copydesk(['import', library, outlook, '--paste', '--json']).rows;
    const id = String(imported?.['id']);
    const show = () => copydesk(['show', library, id, '--json']).rows[0];
    const names = Object.values(show()?.['changes'] as Record<string, { personName: string }>).map(
      (one) => one.personName,
    );
    expect(names.length).toBeGreaterThan(0);
    const nobody = copydesk(['reject', library, id, '--by', 'Nobody', '--json']);
    expect(nobody).toMatchObject({ code: 0, rows: [{ id, state: 'draft', suggestions: 0 }] });
    const one = copydesk(['reject', library, id, '--by', String(names[0]), '--json']);
    expect(one).toMatchObject({
      code: 0,
      rows: [{ id, suggestions: names.filter((name) => name === names[0]).length }],
    });
    expect(copydesk(['accept', library, id, '--json']).code).toBe(0);
    expect(show()).toMatchObject({ changes: {} });
    expect(JSON.stringify(show()?.['body'])).not.toMatch(/insertion|deletion/u);
    expect(copydesk(['move', library, id, 'submitted']).code).toBe(0);
    const holding = copydesk(['check', library, id, '--json']).rows.filter(({ gate }) => gate === 'block');
    for (const { finding } of holding) copydesk(['waive', library, id, String(finding), '--reason', 'A test.']);
    expect(copydesk(['move', library, id, 'approved']).code).toBe(0);
    copydesk(['publish', library, id]);
    const frozen = copydesk(['accept', library, id]);
    expect(frozen.code).toBe(3);
    expect(frozen.stderr).toContain('not edited in place');
    return Promise.resolve();
  });
});
