import type { Loss } from '../../loss.js';
import type { QuoteGuard } from './quote-guard.js';

/** What a paste dropped or changed, told to the person who pasted. */
export interface PasteReport {
  readonly losses: readonly Loss[];
  /** Addresses of pictures on other computers, which were not fetched. */
  readonly remoteImages: readonly string[];
  readonly quotes: QuoteGuard;
  /** Tracked changes that came along as suggestions. */
  readonly changes: number;
  /** The page that it was copied from, kept as a private source note; '' = unknown. */
  readonly source: string;
}

/** Losses that are how any paste is: fonts and colours of the other program go without a word. */
const expected: ReadonlySet<string> = new Set(['styling']);

/** The things that did not come along as they were, without those that never do. */
export function lostThings({ losses, quotes }: PasteReport): number {
  const lost = losses.filter(({ what }) => !expected.has(what)).reduce((sum, { count }) => sum + count, 0);
  return lost + quotes.missing.length;
}

/** Whether there is anything to tell. */
export const isWorthTelling = (report: PasteReport): boolean => lostThings(report) > 0 || report.changes > 0;
