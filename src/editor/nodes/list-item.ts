import { ListItem as TiptapListItem } from '@tiptap/extension-list';
import { blockMarks } from '../marks/block-marks.js';

/** An entry of a list. Holds any block first, as the rules of the document allow; Enter, Tab and Shift+Tab come with it. */
export const ListItem = TiptapListItem.extend({ group: 'listItem', content: 'block+', marks: blockMarks });
