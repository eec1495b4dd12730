import type { Extensions, NodeViewRenderer } from '@tiptap/core';
import type { Strings } from '../../core/strings/strings.js';
import { Blockquote } from '../../editor/nodes/blockquote.js';
import { CodeBlock } from '../../editor/nodes/code-block.js';
import { Factbox } from '../../editor/nodes/factbox.js';
import { Gallery } from '../../editor/nodes/gallery.js';
import { PullQuote } from '../../editor/nodes/pull-quote.js';
import { Table } from '../../editor/nodes/table.js';
import { FieldBlock, focusBlockField, type FieldBlockShape } from './block-fields.js';

/** The blocks that have words in a field, for the page. */
export function fieldBlocks(strings: Strings): Extensions {
  const view = (shape: FieldBlockShape) => (): NodeViewRenderer => (props) => new FieldBlock(props, shape, strings);
  return [
    Blockquote.extend({
      addNodeView: view({
        attribute: 'attribution',
        label: 'block.attribution',
        elements: ['div.quote-block', 'blockquote'],
        field: 'after',
      }),
    }),
    PullQuote.extend({
      addNodeView: view({
        attribute: 'credit',
        label: 'block.credit',
        elements: ['div.pull-quote', 'div.pull-quote-text'],
        field: 'after',
        dir: 'auto',
      }),
      addKeyboardShortcuts: () => ({
        Tab: ({ editor }) => editor.isActive('pullQuote') && focusBlockField(editor, 'pullQuote'),
      }),
    }),
    Factbox.extend({
      addNodeView: view({
        attribute: 'title',
        label: 'block.title',
        elements: ['div.factbox', 'div.factbox-text'],
        field: 'before',
      }),
    }),
    Gallery.extend({
      addNodeView: view({
        attribute: 'caption',
        label: 'block.galleryCaption',
        elements: ['div.gallery', 'div.gallery-pictures'],
        field: 'after',
      }),
    }),
    Table.extend({
      addNodeView: view({
        attribute: 'caption',
        label: 'block.tableCaption',
        elements: ['div.table-block', 'div.table-scroll', 'table', 'tbody'],
        field: 'after',
      }),
    }),
    CodeBlock.extend({
      addNodeView: view({
        attribute: 'language',
        label: 'block.codeLanguage',
        elements: ['div.code-block', 'pre', 'code'],
        field: 'after',
        dir: 'ltr',
      }),
    }),
  ];
}
