import type { StoryState } from '../story/states.js';

/** One story on the sheet that a shift hands over. Texts are plain; instants ISO; counts of words. */
export interface BudgetLine {
  readonly id: string;
  readonly slugline: string;
  readonly headline: string;
  readonly section: string;
  readonly state: StoryState;
  /** Who works on it, and to whom it was handed over and has not come back; '' = nobody. */
  readonly assignee: string;
  readonly holder: string;
  readonly authors: string;
  /** The desk’s pitch: one sentence on what the story is. */
  readonly budgetLine: string;
  readonly words: number;
  readonly wordsPlanned: number | null;
  readonly due: string | null;
  readonly embargo: string | null;
  readonly publishedAt: string | null;
  readonly openNotes: number;
  readonly openSuggestions: number;
  readonly isLate: boolean;
  /** What was said with the last move. */
  readonly note: string;
}

/** The stories in the work and those that went out today, in the desk’s order. */
export interface Budget {
  readonly publication: string;
  readonly timeZone: string;
  /** When the sheet was made. */
  readonly at: string;
  readonly inWork: readonly BudgetLine[];
  readonly outToday: readonly BudgetLine[];
}

/** The order of a sheet: what is due first stands first, what has no time last; then by section and slugline. */
export function inBudgetOrder(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  const due = ({ due: at }: BudgetLine): number => (at === null ? Number.POSITIVE_INFINITY : Date.parse(at));
  return lines.toSorted(
    (one, other) =>
      compare(due(one), due(other)) ||
      one.section.localeCompare(other.section) ||
      (one.slugline || one.headline).localeCompare(other.slugline || other.headline) ||
      compare(one.id, other.id),
  );
}

const compare = <T extends number | string>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0);
