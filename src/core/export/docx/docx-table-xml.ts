import { numberAttr, type DocumentNode } from '../../document/document.js';
import type { DocxPartsOut } from './docx-parts-out.js';

/** Twentieths of a point of the column, shared by the columns of a table. */
const columnTwips = 8640;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>`)
  .join('');

interface Merged {
  left: number;
  readonly colspan: number;
}

/** A table with header rows and merged cells: Word repeats an empty cell in each row that a cell reaches into. */
export async function tableXml(
  table: DocumentNode,
  parts: DocxPartsOut,
  blocks: (nodes: readonly DocumentNode[], parts: DocxPartsOut) => Promise<string>,
): Promise<string> {
  const rows = table.content ?? [];
  const merged = new Map<number, Merged>();
  let columns = 1;
  let isHead = true;
  const out: string[] = [];
  for (const row of rows) {
    const cells = row.content ?? [];
    isHead &&= cells.length > 0 && cells.every(({ type }) => type === 'tableHeader');
    if (!isHead && cells.some(({ type }) => type === 'tableHeader'))
      parts.losses.add('tableHeader', 'Headings in the rows of a table became ordinary cells');
    const written: string[] = [];
    let column = 0;
    const goOn = (): void => {
      for (let above = merged.get(column); above && above.left > 0; above = merged.get(column)) {
        above.left -= 1;
        written.push(cellXml(above.colspan, '<w:vMerge/>', '<w:p/>'));
        column += above.colspan;
      }
    };
    for (const cell of cells) {
      goOn();
      const colspan = numberAttr(cell, 'colspan', 1);
      const rowspan = numberAttr(cell, 'rowspan', 1);
      const content = await blocks(cell.content ?? [], parts);
      // A cell ends with a paragraph, and a document with one in it is a column of text.
      const closed = content.endsWith('</w:p>') ? content : `${content}<w:p/>`;
      written.push(cellXml(colspan, rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '', closed));
      if (rowspan > 1) merged.set(column, { left: rowspan - 1, colspan });
      else merged.delete(column);
      column += colspan;
    }
    goOn();
    columns = Math.max(columns, column);
    out.push(`<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${written.join('')}</w:tr>`);
  }
  const width = String(Math.floor(columnTwips / columns));
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${out.join('')}</w:tbl>`
  );
}

const cellXml = (colspan: number, merge: string, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${colspan > 1 ? `<w:gridSpan w:val="${String(colspan)}"/>` : ''}${merge}</w:tcPr>${content}</w:tc>`;
