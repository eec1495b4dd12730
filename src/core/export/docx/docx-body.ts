import { numberAttr, textAttr, type DocumentNode } from '../../document/document.js';
import { blockName } from '../../document/document-rules.js';
import { blockText } from '../../document/plain-text.js';
import { assertNever } from '../../errors.js';
import { inlineXml, textParagraph } from './docx-inline.js';
import type { DocxPartsOut } from './docx-parts-out.js';
import { tableXml } from './docx-table-xml.js';
import { controlXml, paragraphXml, runXml } from './docx-xml.js';

/** Levels for which Word has a style of a list that goes on. */
const deepest = 4;

/** Writes blocks; a block that follows another of its kind is kept apart where Word would join the two. */
export async function blocksXml(nodes: readonly DocumentNode[], parts: DocxPartsOut): Promise<string> {
  const out: string[] = [];
  for (const [at, node] of nodes.entries()) {
    const previous = nodes[at - 1];
    if (node.type === 'table' && previous?.type === 'table') out.push('<w:p/>');
    out.push(await blockXml(node, parts, previous?.type === node.type));
  }
  return out.join('');
}

/** A text of a block that is no text of its own, as a paragraph; `name` = which of its attributes it is. */
function line(style: string, node: DocumentNode, name: string, { review }: DocxPartsOut, properties = ''): string {
  const text = textAttr(node, name);
  return text === '' ? '' : paragraphXml(style, (review?.line(node, name) ?? '') + runXml(text), properties);
}

/** The mark of a block that is known by its place alone. */
const mark = (node: DocumentNode, { review }: DocxPartsOut): string => review?.line(node) ?? '';

async function blockXml(node: DocumentNode, parts: DocxPartsOut, followsItsKind: boolean): Promise<string> {
  const name = blockName(node);
  const content = node.content ?? [];
  switch (name) {
    case 'paragraph':
      return textParagraph('', node, parts);
    case 'heading':
      return textParagraph(`Heading${String(numberAttr(node, 'level', 2) - 1)}`, node, parts);
    case 'pullQuote':
      return textParagraph('IntenseQuote', node, parts) + line('QuoteSource', node, 'credit', parts);
    case 'blockquote':
      return (await quoteXml(node, parts, followsItsKind)) + line('QuoteSource', node, 'attribution', parts);
    case 'factbox':
      return controlXml('box', line('BoxTitle', node, 'title', parts) + (await blocksXml(content, parts)));
    case 'gallery': {
      const images = await blocksXml(content, parts);
      return controlXml('gallery', images + line('GalleryCaption', node, 'caption', parts));
    }
    case 'image':
      return imageXml(node, parts);
    case 'bulletList':
    case 'orderedList':
      return listXml(node, parts);
    case 'table':
      return line('Caption', node, 'caption', parts, '<w:keepNext/>') + (await tableXml(node, parts, blocksXml));
    case 'codeBlock': {
      const lines = blockText(node)
        .split('\n')
        .map((text, at) =>
          paragraphXml(
            'Code',
            (at === 0 ? mark(node, parts) : (parts.review?.line(node, `line${String(at)}`) ?? '')) + runXml(text),
          ),
        );
      return controlXml(`code:${textAttr(node, 'language')}`, lines.join(''));
    }
    case 'horizontalRule':
      return paragraphXml('HorizontalLine', mark(node, parts));
    case 'embed': {
      const url = textAttr(node, 'url');
      const title = {
        type: 'text',
        text: textAttr(node, 'title') || url,
        // One program reads a link right behind a mark as a field of another kind; the story keeps the address.
        marks: parts.review ? [] : [{ type: 'link', attrs: { href: url } }],
      };
      return controlXml(
        'embed',
        paragraphXml('', mark(node, parts) + inlineXml([title], parts)) + line('', node, 'provider', parts),
      );
    }
    case 'storyCard': {
      const id = textAttr(node, 'storyId');
      const headline = parts.rendition.storyCards[id]?.headline ?? '';
      parts.losses.add('storyCard', 'Cards of other stories became their headlines');
      return controlXml(`card:${id}`, paragraphXml('', mark(node, parts) + runXml(headline)));
    }
    default:
      return assertNever(name);
  }
}

async function imageXml(node: DocumentNode, parts: DocxPartsOut): Promise<string> {
  const drawing = await parts.drawing(node);
  const texts = line('Caption', node, 'caption', parts) + line('Credit', node, 'credit', parts);
  if (drawing !== '') return paragraphXml('', mark(node, parts) + drawing) + texts;
  parts.losses.add('picture', 'A picture that is not in the library was left out; its caption was kept');
  return texts;
}

/** Paragraphs alone have Word's style for quotations; others, and one right after another, a control around them. */
async function quoteXml(node: DocumentNode, parts: DocxPartsOut, followsItsKind: boolean): Promise<string> {
  const content = node.content ?? [];
  if (!followsItsKind && content.every(({ type }) => type === 'paragraph'))
    return content.map((child) => textParagraph('Quote', child, parts)).join('');
  return controlXml('quote', await blocksXml(content, parts));
}

async function listXml(list: DocumentNode, parts: DocxPartsOut): Promise<string> {
  if (isPlainList(list, 0)) return plainListXml(list, parts, 0);
  const start = list.type === 'orderedList' ? `list:${String(numberAttr(list, 'start', 1))}` : 'list:';
  const items = [];
  for (const item of list.content ?? []) items.push(controlXml('item', await blocksXml(item.content ?? [], parts)));
  return controlXml(start, items.join(''));
}

/** Whether Word's lists can say it: each entry starts with a paragraph and holds only such and lists like it. */
function isPlainList(list: DocumentNode, level: number): boolean {
  if (level > deepest) return false;
  if (list.type === 'orderedList' && numberAttr(list, 'start', 1) < 0) return false;
  return (list.content ?? []).every(({ content = [] }) =>
    content.every(({ type }, at) =>
      type === 'bulletList' || type === 'orderedList'
        ? at > 0 && isPlainList(content[at] ?? list, level + 1)
        : type === 'paragraph',
    ),
  );
}

function plainListXml(list: DocumentNode, parts: DocxPartsOut, level: number): string {
  const start = list.type === 'orderedList' ? numberAttr(list, 'start', 1) : null;
  const number = parts.numbering.add(level, start);
  const numPr = `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${number}"/></w:numPr>`;
  return (list.content ?? [])
    .flatMap(({ content = [] }) =>
      content.map((block, at) => {
        if (block.type !== 'paragraph') return plainListXml(block, parts, level + 1);
        return at === 0
          ? textParagraph('ListParagraph', block, parts, numPr)
          : textParagraph(`ListContinue${String(level + 1)}`, block, parts);
      }),
    )
    .join('');
}
