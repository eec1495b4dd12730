import { noisy, type ContestRow } from './contest.js';
import type { Row } from './row.js';

const columns = ['bench', 'size', 'contestant', 'version', 'p50', 'p95', 'x limit', 'x best peer', 'n', 'spread'];

/** The table of the times, one line for each contestant and size. */
export function timesTable(rows: readonly ContestRow[]): string {
  return markdown(columns, rows.map(cells));
}

/** Figures that are no times: the quality of the suggestions. */
export function figuresTable(rows: readonly Row[]): string {
  const lines = rows.map(({ bench, set, measure, value, unit }) => [bench, set, measure, figure(value), unit]);
  return markdown(['bench', 'set', 'measure', 'value', 'unit'], lines);
}

function cells(row: ContestRow): string[] {
  const start = [row.bench, row.size, row.contestant, row.version];
  if (row.absent !== null) return [...start, `absent: ${row.absent}`, '', '', '', '', ''];
  const rate = row.rate === null ? '' : ` (${figure(row.rate)}/s)`;
  const spread = row.spread === null ? '' : `${figure(row.spread)}${row.spread > noisy ? ' noisy' : ''}`;
  return [
    ...start,
    `${ms(row.p50)}${rate}`,
    ms(row.p95),
    ratio(row.xLimit),
    ratio(row.xBestPeer),
    String(row.n),
    spread,
  ];
}

const ms = (value: number | null): string => (value === null ? '' : `${figure(value)} ms`);
const ratio = (value: number | null): string => (value === null ? '' : figure(value));

/** Three significant digits, thousands apart. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (parts: readonly string[]): string =>
    `| ${parts.map((part) => part.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');
}
