import { numberAttr, type DocumentNode } from '../../document/document.js';
import { element, joined, type Xml } from '../xml/xml-writer.js';
import { columnPoints, type IcmlParts } from './icml-parts.js';

type Blocks = (nodes: readonly DocumentNode[], parts: IcmlParts, around: readonly string[]) => readonly Xml[];

/** A table; a cell is named "column:row" and says how far it reaches. Leading rows of headings are the table's own. */
export function icmlTable(table: DocumentNode, parts: IcmlParts, blocks: Blocks): Xml {
  const rows = table.content ?? [];
  const isHead = ({ content = [] }: DocumentNode): boolean => content.every(({ type }) => type === 'tableHeader');
  const body = rows.findIndex((row) => !isHead(row));
  const heads = rows.length < 2 || body < 0 ? 0 : body;
  const taken = new Set<string>();
  let columns = 1;
  let deepest = rows.length;
  const cells = rows.flatMap((row, at) => {
    let column = 0;
    return (row.content ?? []).map((cell) => {
      while (taken.has(`${String(column)}:${String(at)}`)) column += 1;
      const [wide, tall] = [numberAttr(cell, 'colspan', 1), numberAttr(cell, 'rowspan', 1)];
      for (let x = 0; x < wide; x += 1)
        for (let y = 0; y < tall; y += 1) taken.add(`${String(column + x)}:${String(at + y)}`);
      columns = Math.max(columns, column + wide);
      deepest = Math.max(deepest, at + tall);
      return cellXml(cell, { name: `${String(column)}:${String(at)}`, wide, tall }, parts, blocks);
    });
  });
  const width = String(Math.round(columnPoints / columns));
  const written = element(
    'Table',
    {
      Self: parts.id('table'),
      AppliedTableStyle: 'TableStyle/Table',
      HeaderRowCount: String(heads),
      BodyRowCount: String(deepest - heads),
      ColumnCount: String(columns),
    },
    ...Array.from({ length: deepest }, (_, at) => element('Row', { Self: parts.id('row'), Name: String(at) })),
    ...Array.from({ length: columns }, (_, at) =>
      element('Column', { Self: parts.id('column'), Name: String(at), SingleColumnWidth: width }),
    ),
    ...cells,
  );
  return joined(parts.paragraph('Table', parts.range('', written)));
}

function cellXml(
  cell: DocumentNode,
  { name, wide, tall }: { name: string; wide: number; tall: number },
  parts: IcmlParts,
  blocks: Blocks,
): Xml {
  const around = [cell.type === 'tableHeader' ? 'Table heading' : 'Table cell'];
  return element(
    'Cell',
    {
      Self: parts.id('cell'),
      Name: name,
      RowSpan: String(tall),
      ColumnSpan: String(wide),
      AppliedCellStyle: 'CellStyle/Cell',
    },
    ...blocks(cell.content ?? [], parts, around),
  );
}
