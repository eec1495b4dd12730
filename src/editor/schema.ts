import { getSchema, type Extensions } from '@tiptap/core';
import { Text } from '@tiptap/extension-text';
import type { Schema } from '@tiptap/pm/model';
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
  HardBreak,
  Text,
];

/** The marks, the outermost first. */
export const storyMarks: Extensions = [
  Annotation,
  Insertion,
  Deletion,
  Modification,
  Link,
  Bold,
  Italic,
  Underline,
  Strike,
];

/** The one list of what a body may hold: the same nodes and marks as `core/document/document-rules.ts`, held by a test. */
export const storySchemaExtensions: Extensions = [...textNodes, Image, ...storyMarks, BlockIds];

/** The schema alone, for a place without a window. */
export function storySchema(): Schema {
  return getSchema(storySchemaExtensions);
}
