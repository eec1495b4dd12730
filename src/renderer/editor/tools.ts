import Bold from '@lucide/svelte/icons/bold';
import CodeIcon from '@lucide/svelte/icons/code';
import Columns from '@lucide/svelte/icons/between-vertical-start';
import ColumnsAfter from '@lucide/svelte/icons/between-vertical-end';
import Highlighter from '@lucide/svelte/icons/highlighter';
import ImageIcon from '@lucide/svelte/icons/image';
import Italic from '@lucide/svelte/icons/italic';
import Link from '@lucide/svelte/icons/link';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import MessageSquare from '@lucide/svelte/icons/message-square-plus';
import Merge from '@lucide/svelte/icons/table-cells-merge';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import PanelTop from '@lucide/svelte/icons/panel-top';
import Quote from '@lucide/svelte/icons/text-quote';
import RowAbove from '@lucide/svelte/icons/between-horizontal-start';
import RowBelow from '@lucide/svelte/icons/between-horizontal-end';
import Split from '@lucide/svelte/icons/table-cells-split';
import Strikethrough from '@lucide/svelte/icons/strikethrough';
import TableIcon from '@lucide/svelte/icons/table';
import Trash from '@lucide/svelte/icons/trash-2';
import DeleteColumn from '@lucide/svelte/icons/table-columns-split';
import DeleteRow from '@lucide/svelte/icons/table-rows-split';
import Underline from '@lucide/svelte/icons/underline';
import type { CommandId } from '../../core/commands/command-list.js';

/** A button of a toolbar: the command that it runs, and what it shows as pressed. */
export interface Tool {
  readonly id: CommandId;
  readonly icon: typeof Bold;
  /** The format that it turns on and off; null = it does one thing and is never pressed. */
  readonly format: string | null;
}

const toggle = (format: string, icon: typeof Bold): Tool => ({ id: `format.${format}` as CommandId, icon, format });
const act = (id: CommandId, icon: typeof Bold): Tool => ({ id, icon, format: null });

const marks = [
  toggle('bold', Bold),
  toggle('italic', Italic),
  toggle('underline', Underline),
  toggle('strike', Strikethrough),
];

/** The tools of the bar above the text, the ones that are needed most first: what has no room goes into its menu. */
export const barTools: readonly Tool[] = [
  ...marks,
  toggle('link', Link),
  toggle('bulletList', List),
  toggle('orderedList', ListOrdered),
  toggle('blockquote', Quote),
  act('format.image', ImageIcon),
  act('format.table', TableIcon),
  toggle('highlight', Highlighter),
  toggle('code', CodeIcon),
];

/** What stands in the menu of the bar only. */
export const menuOnly: readonly CommandId[] = [
  'format.subscript',
  'format.superscript',
  'format.language',
  'format.clear',
  'format.pullQuote',
  'format.factbox',
  'format.gallery',
  'format.codeBlock',
  'format.horizontalRule',
  'format.embed',
  'format.storyLink',
  'format.storyCard',
  'format.footnote',
];

/** The bar at a selection. */
export const selectionTools: readonly Tool[] = [
  ...marks,
  toggle('highlight', Highlighter),
  toggle('code', CodeIcon),
  toggle('link', Link),
  act('review.comment', MessageSquare),
];

/** The bar at a table. */
export const tableTools: readonly Tool[] = [
  act('table.rowAbove', RowAbove),
  act('table.rowBelow', RowBelow),
  act('table.columnBefore', Columns),
  act('table.columnAfter', ColumnsAfter),
  act('table.headerRow', PanelTop),
  act('table.headerColumn', PanelLeft),
  act('table.merge', Merge),
  act('table.split', Split),
  act('table.deleteRow', DeleteRow),
  act('table.deleteColumn', DeleteColumn),
  act('table.delete', Trash),
];

/** What the menu at `/` offers, in its order, each with more words that find it. */
export const insertable: readonly (readonly [id: CommandId, words: string])[] = [
  ['format.heading2', 'h2 title section'],
  ['format.heading3', 'h3 title'],
  ['format.heading4', 'h4 title'],
  ['format.paragraph', 'text plain'],
  ['format.bulletList', 'ul points'],
  ['format.orderedList', 'ol numbers 1'],
  ['format.blockquote', 'blockquote citation'],
  ['format.pullQuote', 'pullquote callout'],
  ['format.factbox', 'box sidebar facts'],
  ['format.image', 'image photo picture'],
  ['format.gallery', 'pictures photos images'],
  ['format.table', 'rows columns grid'],
  ['format.codeBlock', 'pre source'],
  ['format.horizontalRule', 'hr rule separator line'],
  ['format.embed', 'video post map tweet youtube'],
  ['format.storyCard', 'related archive'],
  ['format.storyLink', 'archive'],
  ['format.footnote', 'note'],
];
