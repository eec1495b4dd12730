import { numberAttr, textAttr, type DocumentNode } from '../../document/document.js';
import { escapeHtml } from '../../text/escape.js';

/**
 * A table, its leading rows of headings as `<thead>`; a heading that is first in a later row names its row. The wrapper
 * scrolls sideways on a narrow page, so it takes the focus of the keyboard (WCAG 2.1.1).
 */
export function tableHtml(table: DocumentNode, cell: (node: DocumentNode) => string): string {
  const rows = table.content ?? [];
  const isHeading = (row: DocumentNode): boolean => (row.content ?? []).every(({ type }) => type === 'tableHeader');
  const heads = rows.length > 1 ? rows.findIndex((row) => !isHeading(row)) : 0;
  const headRows = heads < 0 ? rows.length - 1 : heads;
  const row = (node: DocumentNode, isHead: boolean): string =>
    `<tr>\n${(node.content ?? []).map((entry) => cellHtml(entry, isHead, cell)).join('\n')}\n</tr>`;
  const caption = textAttr(table, 'caption');
  const parts = [
    caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`,
    headRows > 0
      ? `<thead>\n${rows
          .slice(0, headRows)
          .map((node) => row(node, true))
          .join('\n')}\n</thead>`
      : '',
    `<tbody>\n${rows
      .slice(headRows)
      .map((node) => row(node, false))
      .join('\n')}\n</tbody>`,
  ];
  const name = caption === '' ? '' : ` aria-label="${escapeHtml(caption)}"`;
  return `<div class="table" role="group" tabindex="0"${name}>\n<table>\n${parts.filter((part) => part !== '').join('\n')}\n</table>\n</div>`;
}

function cellHtml(node: DocumentNode, isHead: boolean, cell: (node: DocumentNode) => string): string {
  const spans = ['colspan', 'rowspan']
    .map((name) => [name, numberAttr(node, name, 1)] as const)
    .filter(([, value]) => value > 1)
    .map(([name, value]) => ` ${name}="${String(value)}"`)
    .join('');
  const isHeader = node.type === 'tableHeader';
  const tag = isHeader ? 'th' : 'td';
  const group = (name: 'colspan' | 'rowspan'): string => (numberAttr(node, name, 1) > 1 ? 'group' : '');
  const scope = isHeader ? ` scope="${isHead ? `col${group('colspan')}` : `row${group('rowspan')}`}"` : '';
  return `<${tag}${spans}${scope}>${cell(node)}</${tag}>`;
}
