import { describe, expect, test } from 'vitest';
import { inBudgetOrder, type Budget, type BudgetLine } from '../../../src/core/budget/budget.js';
import { budgetCsv } from '../../../src/core/budget/budget-csv.js';
import { budgetHtml } from '../../../src/core/budget/budget-html.js';
import { loadStrings } from '../../../src/core/strings/languages.js';
import { createStrings } from '../../../src/core/strings/strings.js';

const line = (fields: Partial<BudgetLine> = {}): BudgetLine => ({
  id: 'a',
  slugline: 'ferry',
  headline: 'Ferry returns',
  section: 'Harbour',
  state: 'submitted',
  assignee: 'Ines Marr',
  holder: '',
  authors: 'Tom',
  budgetLine: '',
  words: 230,
  wordsPlanned: null,
  due: null,
  embargo: null,
  publishedAt: null,
  openNotes: 0,
  openSuggestions: 0,
  isLate: false,
  note: '',
  ...fields,
});
const sheet = (...inWork: readonly BudgetLine[]): Budget => ({
  publication: 'The <Harbour> Post',
  timeZone: 'Europe/Berlin',
  at: '2026-03-29T00:30:00.000Z',
  inWork,
  outToday: [],
});
const english = createStrings('en');

describe('the sheet of a shift', () => {
  test('has what is due first first, and what has no time last', () => {
    const lines = [
      line({ id: 'none' }),
      line({ id: 'later', due: '2026-03-30T10:00:00.000Z' }),
      line({ id: 'sooner', due: '2026-03-29T23:00:00.000Z' }),
    ];
    expect(inBudgetOrder(lines).map(({ id }) => id)).toEqual(['sooner', 'later', 'none']);
  });

  test('as CSV says times on the publication’s clock, across a change of the clock, and quotes what needs it', () => {
    const csv = budgetCsv(sheet(line({ headline: 'A "ferry", back', due: '2026-03-29T00:59:00.000Z' })), english);
    expect(csv.startsWith('\uFEFFSlugline,Headline,')).toBe(true);
    expect(csv).toContain('ferry,"A ""ferry"", back",,Harbour,In review,Ines Marr,,230,,2026-03-29 01:59,');
    expect(budgetCsv(sheet(line({ due: '2026-03-29T01:00:00.000Z' })), english)).toContain(',2026-03-29 03:00,');
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('as CSV holds no formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r'])
      expect(budgetCsv(sheet(line({ slugline: `${start}HYPERLINK(1)` })), english)).toMatch(
        /\r\n"?'[=+\-@\t\r]HYPERLINK/u,
      );
  });

  test('as a page escapes what it says, leaves out empty columns and marks what is late', () => {
    const html = budgetHtml(sheet(line({ isLate: true, note: '<script>alert(1)</script>' })), english);
    expect(html).toContain('<title>The &lt;Harbour&gt; Post: budget</title>');
    expect(html).not.toMatch(/<script>|Embargo|Planned/u);
    expect(html).toContain('<tr class="late">');
    expect(html).toContain('In review, late');
    expect(html).toContain('<h2>Published today (0)</h2>');
  });

  test('speaks the window’s language, from right to left where that runs so', async () => {
    const html = budgetHtml(sheet(line()), await loadStrings('ar'));
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('قيد العمل');
  });
});
