import type { ListColumn } from '../../core/story/story-row.js';

/** Heights of every row in px, as a card and as a line of a table: fixed, so that 100,000 rows are placed unmeasured. */
export const cardHeight = 102;
export const lineHeight = 36;

const widths: Readonly<Record<ListColumn, string>> = {
  state: '112px',
  section: 'minmax(80px, 1fr)',
  words: '84px',
  author: 'minmax(80px, 1fr)',
  assignee: 'minmax(80px, 1fr)',
  modified: '68px',
  slugline: 'minmax(90px, 1fr)',
  due: '112px',
  published: '84px',
  tks: '56px',
};

/** The grid of a table with these columns: the headline takes what they leave. */
export const tableColumns = (columns: readonly ListColumn[]): string =>
  ['minmax(160px, 3fr)', ...columns.map((column) => widths[column])].join(' ');
