import type { XmlElement } from '../office/xml-tree.js';

export interface TableCell {
  readonly element: XmlElement;
  readonly isHeader: boolean;
  readonly colspan: number;
  rowspan: number;
}

/** Cells that one cell may cover each way (`attribute-rules.ts`). */
const maxSpan = 200;

const numberOf = (element: XmlElement | undefined, fallback: number): number => {
  const value = Number.parseInt(element?.attr('w:val') ?? '', 10);
  return value >= 0 ? Math.min(value, maxSpan) : fallback;
};

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(element.attr('w:val') ?? '');

/** Rows and cells, also where content controls or custom XML stand around them. */
function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return element.elements().flatMap((node): readonly XmlElement[] => {
    if (node.name === name) return [node];
    return node.name === 'w:sdt' || node.name === 'w:sdtContent' || node.name === 'w:customXml'
      ? inside(node, name)
      : [];
  });
}

/** The rows of a table with what each cell spans: Word says "this cell goes on with the one above" (`w:vMerge`). */
export function tableRows(table: XmlElement): readonly (readonly TableCell[])[] {
  const above = new Map<number, TableCell>();
  return inside(table, 'w:tr').map((row) => {
    const properties = row.child('w:trPr');
    const isHeader =
      isOn(properties?.child('w:tblHeader')) ||
      (properties?.child('w:cnfStyle')?.attr('w:val') ?? '').startsWith('1') ||
      ['1', 'true'].includes(properties?.child('w:cnfStyle')?.attr('w:firstRow') ?? '');
    let column = numberOf(properties?.child('w:gridBefore'), 0);
    const cells: TableCell[] = [];
    for (const element of inside(row, 'w:tc')) {
      const cellProperties = element.child('w:tcPr');
      const colspan = Math.max(1, numberOf(cellProperties?.child('w:gridSpan'), 1));
      const merge = cellProperties?.child('w:vMerge');
      const origin = above.get(column);
      const goesOn = merge !== undefined && merge.attr('w:val') !== 'restart' && origin?.colspan === colspan;
      if (goesOn && origin.rowspan < maxSpan) origin.rowspan += 1;
      else {
        const cell: TableCell = { element, isHeader, colspan, rowspan: 1 };
        cells.push(cell);
        if (merge) above.set(column, cell);
        else above.delete(column);
      }
      column += colspan;
    }
    return cells;
  });
}
