import { numberAttr, type DocumentNode } from '../../document/document.js';
import { attr, childrenOf, elementsOf, hasAttr, isElement, textOf, type HtmlElement } from './html-tree.js';

/** Elements that a table of figures never holds: one that does lays out a page and is read block by block. */
const layoutTags = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure', 'img', 'blockquote', 'form']);
/** Elements that only a table of values has. */
const valueTags = new Set(['th', 'caption', 'thead']);

/** Elements looked at before a table counts as data; bounds the work on a hostile page. */
const looked = 20_000;

/** Whether a table only places things on a page (mail, old sites), rather than holding rows of values. */
export function isLayoutTable(table: HtmlElement): boolean {
  if (attr(table, 'role') === 'presentation') return true;
  let isLayout = false;
  let isOfValues = hasAttr(table, 'border') && attr(table, 'border') !== '0';
  let count = 0;
  let cells = 0;
  let mostCells = 0;
  for (const element of elementsOf(table)) {
    if (valueTags.has(element.tagName)) isOfValues = true;
    if (layoutTags.has(element.tagName)) isLayout = true;
    // What stands in an inner table says nothing of this one.
    if (element.tagName === 'table') break;
    if (element.tagName === 'tr') cells = 0;
    if (element.tagName === 'td' || element.tagName === 'th') cells += 1;
    mostCells = Math.max(mostCells, cells);
    if ((count += 1) > looked) break;
  }
  return !isOfValues && (isLayout || mostCells < 2);
}

/** Cells that one cell may cover each way (`attribute-rules.ts`). */
const maxSpan = 200;

/** `colspan` and `rowspan` of a cell, where they say more than one. */
export function spansOf(cell: HtmlElement): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ['colspan', 'rowspan'].flatMap((name) => {
      const value = Number.parseInt(attr(cell, name), 10);
      return value > 1 ? [[name, Math.min(value, maxSpan)]] : [];
    }),
  );
}

/** The caption of a table, and its element, which is not read again. */
export function captionOf(table: HtmlElement): { readonly element: HtmlElement; readonly text: string } | undefined {
  const element = childrenOf(table)
    .filter(isElement)
    .find(({ tagName }) => tagName === 'caption');
  return element && { element, text: textOf(element) };
}

/** Cells that the widest row may have: beyond it a ragged table stays ragged, so that no page can make it a bomb. */
const maxColumns = 200;

/** The table with an empty cell wherever a row is shorter than the widest, so that columns stay under each other. */
export function rectangular(table: DocumentNode): DocumentNode {
  const rows = table.content ?? [];
  const reach = new Array<number>(rows.length).fill(0);
  rows.forEach((row, at) => {
    for (const cell of row.content ?? [])
      for (let below = 0; below < numberAttr(cell, 'rowspan', 1) && at + below < rows.length; below += 1)
        reach[at + below] = (reach[at + below] ?? 0) + numberAttr(cell, 'colspan', 1);
  });
  const widest = Math.max(...reach);
  if (widest > maxColumns || reach.every((width) => width === widest)) return table;
  return {
    ...table,
    content: rows.map((row, at) => {
      const missing = widest - (reach[at] ?? 0);
      const padding = Array.from({ length: missing }, () => ({ type: 'tableCell', content: [{ type: 'paragraph' }] }));
      return missing === 0 ? row : { ...row, content: [...(row.content ?? []), ...padding] };
    }),
  };
}
