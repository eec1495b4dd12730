import { attr, elementsOf, type HtmlElement } from './html-tree.js';

/** Elements that a table of figures never holds: one that does lays out a page and is read block by block. */
const layoutTags = new Set(['table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure', 'img', 'blockquote']);

/** Elements looked at before a table counts as data; bounds the work on a hostile page. */
const looked = 20_000;

/** Whether a table only places things on a page (mail, old sites), rather than holding rows of values. */
export function isLayoutTable(table: HtmlElement): boolean {
  if (attr(table, 'role') === 'presentation') return true;
  let count = 0;
  let cells = 0;
  let mostCells = 0;
  for (const element of elementsOf(table)) {
    if (layoutTags.has(element.tagName)) return true;
    if (element.tagName === 'tr') cells = 0;
    if (element.tagName === 'td' || element.tagName === 'th') cells += 1;
    mostCells = Math.max(mostCells, cells);
    if ((count += 1) > looked) break;
  }
  return mostCells < 2;
}
