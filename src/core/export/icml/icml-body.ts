import { numberAttr, textAttr, type DocumentNode } from '../../document/document.js';
import { blockName } from '../../document/document-rules.js';
import { blockText } from '../../document/plain-text.js';
import { assertNever } from '../../errors.js';
import { readUse } from '../../media/picture-use.js';
import type { Xml } from '../xml/xml-writer.js';
import { icmlInline } from './icml-inline.js';
import type { IcmlParts } from './icml-parts.js';
import { icmlTable } from './icml-table.js';

/**
 * Blocks of a tidied body as paragraphs, each by the names of the styles around it: a quoted list's entry is
 * "Quote > Bullet list", as other writers of this format name them, so that a template can meet each case.
 */
export function icmlBlocks(
  nodes: readonly DocumentNode[],
  parts: IcmlParts,
  around: readonly string[] = [],
): readonly Xml[] {
  return nodes.flatMap((node) => block(node, parts, around)).filter((line) => line !== null);
}

const nameOf = (around: readonly string[], own: string): string => [...around, own].join(' > ');

function block(node: DocumentNode, parts: IcmlParts, around: readonly string[]): readonly (Xml | null)[] {
  const name = blockName(node);
  const content = node.content ?? [];
  const styled = (own: string): Xml => parts.paragraph(nameOf(around, own), ...icmlInline(content, parts));
  const line = (own: string, text: string): Xml | null => parts.line(nameOf(around, own), text);
  switch (name) {
    case 'paragraph':
      return [styled('Body')];
    case 'heading':
      return [styled(`Heading ${String(numberAttr(node, 'level', 2) - 1)}`)];
    case 'bulletList':
    case 'orderedList':
      return list(node, parts, around);
    case 'blockquote':
      return [...icmlBlocks(content, parts, [...around, 'Quote']), line('Quote source', textAttr(node, 'attribution'))];
    case 'pullQuote':
      return [styled('Pull quote'), line('Quote source', textAttr(node, 'credit'))];
    case 'factbox':
      return [line('Box title', textAttr(node, 'title')), ...icmlBlocks(content, parts, [...around, 'Box'])];
    case 'gallery':
      parts.losses.add('gallery', 'Galleries became pictures one after another');
      return [...icmlBlocks(content, parts, around), line('Caption', textAttr(node, 'caption'))];
    case 'image': {
      const use = readUse(node.attrs);
      const words = { caption: textAttr(node, 'caption'), credit: textAttr(node, 'credit') };
      const picture = parts.pictures.of(textAttr(node, 'media'), use);
      if (use.size !== 'normal') parts.losses.add('pictureSize', 'How wide a picture stands is for the print page');
      if (picture) return parts.picture(picture, words);
      parts.losses.add('picture', 'A picture that is not in the library was left out; its caption was kept');
      return [line('Caption', words.caption), line('Credit', words.credit)];
    }
    case 'table':
      parts.hasTable = true;
      return [line('Table caption', textAttr(node, 'caption')), icmlTable(node, parts, icmlBlocks)];
    case 'codeBlock':
      return blockText(node)
        .split('\n')
        .map((text) => parts.paragraph(nameOf(around, 'Code'), parts.run('', text)));
    case 'horizontalRule':
      return [line('Rule', '* * *')];
    case 'storyCard': {
      parts.losses.add('storyCard', 'Cards of other stories became their headlines');
      return [line('Card', parts.rendition.storyCards[textAttr(node, 'storyId')]?.headline ?? '')];
    }
    case 'embed': {
      parts.losses.add('embed', 'Embeds became their title and address: paper shows nothing else');
      return [line('Embed', [textAttr(node, 'title'), textAttr(node, 'url')].filter((part) => part !== '').join(' '))];
    }
    default:
      return assertNever(name);
  }
}

function list(node: DocumentNode, parts: IcmlParts, around: readonly string[]): readonly Xml[] {
  const kind = node.type === 'orderedList' ? 'Numbered list' : 'Bullet list';
  if (numberAttr(node, 'start', 1) !== 1)
    parts.losses.add('listStart', 'Numbered lists start at the number of the style');
  return (node.content ?? []).flatMap(({ content = [] }) => icmlBlocks(content, parts, [...around, kind]));
}
