import { directionOf } from '../strings/languages.js';
import type { StringKey, Strings } from '../strings/strings.js';
import { escapeHtml } from '../text/escape.js';
import { wallClock } from '../text/zoned-time.js';
import type { Budget, BudgetLine } from './budget.js';
import { budgetColumns } from './budget-columns.js';

/** The sheet as one page for any browser and for paper: no script, nothing from outside. */
export function budgetHtml(budget: Budget, strings: Strings): string {
  const title = strings('budget.title', { name: budget.publication });
  const made = strings('budget.made', {
    time: wallClock(budget.at, budget.timeZone).replace('T', ' '),
    zone: budget.timeZone,
  });
  return `<!doctype html>
<html lang="${escapeHtml(strings.locale)}" dir="${directionOf(strings.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(made)}</p>
${table('budget.inWork', budget.inWork)}${table('budget.outToday', budget.outToday)}</body>
</html>
`;

  function table(name: StringKey, lines: readonly BudgetLine[]): string {
    const heading = escapeHtml(`${strings(name)} (${String(lines.length)})`);
    if (lines.length === 0) return `<h2>${heading}</h2>\n<p>${escapeHtml(strings('budget.none'))}</p>\n`;
    const shown = budgetColumns.filter(({ value }) => lines.some((line) => value(line, { budget, strings }) !== ''));
    const head = shown.map((column) => `<th scope="col"${classOf(column)}>${escapeHtml(strings(column.name))}</th>`);
    const rows = lines.map((line) => {
      const cells = shown.map(
        (column) => `<td dir="auto"${classOf(column)}>${escapeHtml(column.value(line, { budget, strings }))}</td>`,
      );
      return `<tr${line.isLate ? ' class="late"' : ''}>${cells.join('')}</tr>`;
    });
    return `<h2>${heading}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${heading}">
<table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
`;
  }
}

const classOf = ({ isFigure }: (typeof budgetColumns)[number]): string => (isFigure ? ' class="figure"' : '');

const style = `
:root{color-scheme:light dark}
body{margin:2rem;font:0.9375rem/1.45 system-ui,sans-serif}
h1{margin:0;font:600 1.75rem/1.2 Georgia,serif}
h1+p{margin:.25rem 0 1.5rem;color:GrayText}
h2{margin:1.5rem 0 .5rem;font-size:1.125rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%}
th,td{padding:.375rem .5rem;border-block-end:1px solid;border-color:color-mix(in srgb,currentColor 22%,transparent);text-align:start;vertical-align:top}
th{font-size:.8125rem}
td:nth-child(2){font-weight:600;min-inline-size:14rem}
.figure{text-align:end;font-variant-numeric:tabular-nums}
.late td{background:color-mix(in srgb,#c0392b 12%,transparent)}
@media print{body{margin:0;font-size:8.5pt}@page{size:landscape;margin:12mm}tr{break-inside:avoid}.wide{overflow:visible}td:nth-child(2){min-inline-size:0}}
`;
