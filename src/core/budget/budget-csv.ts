import type { Strings } from '../strings/strings.js';
import type { Budget } from './budget.js';
import { budgetColumns } from './budget-columns.js';

/**
 * The sheet for a spreadsheet: RFC 4180 with CRLF, in UTF-8 with its mark, without which Excel takes it for another
 * coding. A cell that would be read as a formula begins with an apostrophe.
 */
export function budgetCsv(budget: Budget, strings: Strings): string {
  const about = { budget, strings };
  const rows = [
    budgetColumns.map(({ name }) => strings(name)),
    ...[...budget.inWork, ...budget.outToday].map((line) => budgetColumns.map(({ value }) => value(line, about))),
  ];
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

const formula = /^[=+\-@\t\r]/u;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  const quoted = safe.toWellFormed().replaceAll('\u0000', '').replaceAll('"', '""');
  return /[",\r\n]/u.test(quoted) ? `"${quoted}"` : quoted;
}
