import { textAttr, type DocumentNode } from '../../document/document.js';
import { blockText } from '../../document/plain-text.js';
import { storyId } from '../../ids.js';
import { isSafeHref } from '../../text/link.js';
import { oneLine } from '../../text/spaces.js';
import type { BlockBuilder } from '../html/block-builder.js';
import { foldMarked } from '../office/fold-marked.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { Flow } from './flow.js';
import { ownControl, type OwnControl } from './own-controls.js';

/** What reads the content of a control: into the blocks around it, or apart from them. */
interface ContentReader {
  readonly builder: BlockBuilder;
  apart(content: XmlElement): readonly DocumentNode[];
  column(content: XmlElement): void;
}

/** Reads a content control of our own Word files; false for any other, whose content is read as if it stood alone. */
export function readOwnControl(control: XmlElement, content: XmlElement, flow: Flow, reader: ContentReader): boolean {
  const own = ownControl(control);
  if (!own) return false;
  const { builder } = reader;
  flow.end();
  const depth = builder.depth;
  switch (own.kind) {
    case 'box':
      builder.open('factbox');
      break;
    case 'quote':
      builder.open('blockquote');
      break;
    case 'item':
      builder.open('listItem');
      break;
    case 'list':
      builder.open(
        own.start === null ? 'bulletList' : 'orderedList',
        own.start !== null && own.start !== 1 ? { start: own.start } : undefined,
      );
      break;
    case 'code': {
      const text = content.elements('w:p').map(rawText).join('\n');
      const attrs = own.language === '' ? {} : { attrs: { language: own.language } };
      if (text.trim() !== '') builder.block({ type: 'codeBlock', ...attrs, content: [{ type: 'text', text }] });
      return true;
    }
    default: {
      for (const block of wholeBlock(own, reader.apart(content))) builder.block(block);
      return true;
    }
  }
  reader.column(content);
  builder.closeTo(depth);
  return true;
}

function wholeBlock(
  own: Extract<OwnControl, { readonly kind: 'gallery' | 'embed' | 'card' }>,
  blocks: readonly DocumentNode[],
): readonly DocumentNode[] {
  switch (own.kind) {
    case 'gallery': {
      const caption = blocks.findLast((node) => textAttr(node, 'office') === 'galleryCaption');
      const folded = foldMarked(
        blocks.filter((node) => node !== caption),
        (level) => level,
      );
      const images = folded.filter(({ type }) => type === 'image');
      const rest = folded.filter(({ type, content }) => type !== 'image' && content !== undefined);
      if (images.length === 0) return rest;
      const attrs = caption ? { caption: oneLine(blockText(caption)) } : undefined;
      return [{ type: 'gallery', ...(attrs ? { attrs } : {}), content: images }, ...rest];
    }
    case 'embed': {
      const [first, second] = blocks.map((node) => node.content ?? []);
      const link = (first ?? []).flatMap(({ marks }) => marks ?? []).find(({ type }) => type === 'link');
      const href = link ? textAttr(link, 'href') : '';
      if (!isSafeHref(href)) return blocks;
      const title = oneLine((first ?? []).map(blockText).join(''));
      const provider = oneLine((second ?? []).map(blockText).join(''));
      return [{ type: 'embed', attrs: { provider, url: href, ...(title === '' || title === href ? {} : { title }) } }];
    }
    case 'card': {
      const id = storyId.safeParse(own.storyId);
      return id.success ? [{ type: 'storyCard', attrs: { storyId: id.data } }] : blocks;
    }
  }
}

/** Code as it stands: its blanks mean something. */
function rawText(element: XmlElement): string {
  if (element.name === 'w:t') return element.ownText;
  if (element.name === 'w:br') return '\n';
  return element.elements().map(rawText).join('');
}
