import { numberAttr, textAttr, type DocumentNode } from '../../document/document.js';

/**
 * A table with "|" between the cells (GFM 4.10), the form that people read; null where it cannot say the table: merged
 * cells, more than a line in a cell, ragged rows, a caption, or headings elsewhere than in the whole first row.
 */
export function pipeTable(table: DocumentNode, line: (paragraph: DocumentNode) => string): string | null {
  const rows = table.content ?? [];
  const columns = rows[0]?.content?.length ?? 0;
  const isPlain =
    textAttr(table, 'caption') === '' &&
    columns > 1 &&
    rows.every(
      ({ content = [] }, at) =>
        content.length === columns &&
        content.every((cell) => cell.type === (at === 0 ? 'tableHeader' : 'tableCell') && isOneLine(cell)),
    );
  if (!isPlain) return null;
  const written = rows.map(
    ({ content = [] }) => `| ${content.map((cell) => (cell.content?.[0] ? line(cell.content[0]) : '')).join(' | ')} |`,
  );
  return [written[0], `|${' --- |'.repeat(columns)}`, ...written.slice(1)].join('\n');
}

function isOneLine(cell: DocumentNode): boolean {
  const [only, ...others] = cell.content ?? [];
  return (
    others.length === 0 &&
    only?.type === 'paragraph' &&
    numberAttr(cell, 'colspan', 1) === 1 &&
    numberAttr(cell, 'rowspan', 1) === 1 &&
    (only.content ?? []).every(({ type }) => type === 'text')
  );
}
