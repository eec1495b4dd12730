import { getSchema, type Extensions } from '@tiptap/core';
import { Text } from '@tiptap/extension-text';
import type { Schema } from '@tiptap/pm/model';
import { Code } from './marks/code.js';
import { Highlight } from './marks/highlight.js';
import { Language } from './marks/language.js';
import { Subscript, Superscript } from './marks/script-marks.js';
import { CodeBlock } from './nodes/code-block.js';
import { Embed } from './nodes/embed.js';
import { Factbox } from './nodes/factbox.js';
import { Footnote } from './nodes/footnote.js';
import { Gallery } from './nodes/gallery.js';
import { HorizontalRule } from './nodes/horizontal-rule.js';
import { PullQuote } from './nodes/pull-quote.js';
import { StoryCard } from './nodes/story-card.js';
import { TableCell, TableHeader } from './nodes/table-cells.js';
import { TableRow } from './nodes/table-row.js';
import { Table } from './nodes/table.js';
import { TableCommands } from './behaviours/table-commands.js';
import { BlockIds } from './behaviours/block-ids.js';
import { Annotation } from './marks/annotation.js';
import { Bold } from './marks/bold.js';
import { Deletion } from './marks/deletion.js';
import { Insertion } from './marks/insertion.js';
import { Italic } from './marks/italic.js';
import { Link } from './marks/link.js';
import { Modification } from './marks/modification.js';
import { Strike } from './marks/strike.js';
import { Underline } from './marks/underline.js';
import { Blockquote } from './nodes/blockquote.js';
import { BulletList } from './nodes/bullet-list.js';
import { HardBreak } from './nodes/hard-break.js';
import { Heading } from './nodes/heading.js';
import { Image } from './nodes/image.js';
import { ListItem } from './nodes/list-item.js';
import { OrderedList } from './nodes/ordered-list.js';
import { Paragraph } from './nodes/paragraph.js';
import { StoryDoc } from './nodes/story-doc.js';

/** The nodes of a story's body, without the picture: the page extends that one with its node view. */
export const textNodes: Extensions = [
  StoryDoc,
  Paragraph,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  PullQuote,
  Factbox,
  Gallery,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  CodeBlock,
  HorizontalRule,
  StoryCard,
  Embed,
  Footnote,
  HardBreak,
  Text,
  TableCommands,
];

/** The marks, the outermost first. */
export const storyMarks: Extensions = [
  Annotation,
  Insertion,
  Deletion,
  Modification,
  Language,
  Link,
  Highlight,
  Bold,
  Italic,
  Underline,
  Strike,
  Subscript,
  Superscript,
  Code,
];

/** The one list of what a body may hold: the same nodes and marks as `core/document/document-rules.ts`, held by a test. */
export const storySchemaExtensions: Extensions = [...textNodes, Image, ...storyMarks, BlockIds];

/** The schema alone, for a place without a window. */
export function storySchema(): Schema {
  return getSchema(storySchemaExtensions);
}
