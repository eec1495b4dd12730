import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

test('a story is assigned, listed for whoever has it, and stands on the sheet of the shift', async () => {
  await withFolder((folder) => {
    const library = join(folder, 'L');
    copydesk(['init', library, '--sample']);
    const [story] = copydesk(['list', library, '--view', 'toReview', '--json']).rows;
    const id = String(story?.['id']);
    expect(copydesk(['assign', library, id]).code).toBe(2);
    expect(copydesk(['assign', library, id, '--to', 'Nobody Known']).code).toBe(3);
    const people = copydesk(['show', library, id, '--json']).rows[0]?.['authors'];
    expect(people).toBeDefined();
    const to = copydesk(['assign', library, id, '--to', 'salma haddad', '--json']);
    expect(to).toMatchObject({ code: 0, rows: [{ id, assignee: 'Salma Haddad' }] });
    const listed = copydesk(['list', library, '--view', 'assigned', '--person', 'Salma Haddad', '--json']);
    expect(listed.rows).toMatchObject([{ id, assignee: 'Salma Haddad' }]);
    expect(copydesk(['list', library, '--view', 'nowhere']).code).toBe(2);
    const out = String(copydesk(['list', library, '--view', 'published', '--json']).rows[0]?.['id']);
    const update = copydesk(['update', library, out, '--json']);
    expect(update).toMatchObject({ code: 0, rows: [{ updateOf: out }] });
    expect(copydesk(['update', library, id]).code).toBe(3);
    expect(copydesk(['budget', library, '--out', join(folder, 'sheet.pdf')]).code).toBe(2);
    for (const name of ['sheet.html', 'sheet.csv']) {
      const made = copydesk(['budget', library, '--out', join(folder, name), '--json']);
      expect(made.code).toBe(0);
      expect(readFileSync(join(folder, name), 'utf8')).toContain('Salma Haddad');
    }
    const rows = copydesk(['budget', library, '--json']).rows;
    expect(rows.find((row) => row['id'] === id)).toMatchObject({ assignee: 'Salma Haddad', state: 'submitted' });
    return Promise.resolve();
  });
});
