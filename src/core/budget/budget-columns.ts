import type { StringKey, Strings } from '../strings/strings.js';
import { wallClock } from '../text/zoned-time.js';
import type { Budget, BudgetLine } from './budget.js';

/** A column of the sheet: its name in the catalogue and what it says of a line; '' = nothing. */
export interface BudgetColumn {
  readonly name: StringKey;
  readonly value: (line: BudgetLine, about: { readonly budget: Budget; readonly strings: Strings }) => string;
  /** A figure: set to the end of its column on the page. */
  readonly isFigure?: true;
}

type About = Parameters<BudgetColumn['value']>[1];
const clock = (at: string | null, { budget }: About): string => wallClock(at, budget.timeZone).replace('T', ' ');
const figure = (n: number): string => (n === 0 ? '' : String(n));

/** The one list of what a sheet says, in order; CSV and page read it. */
export const budgetColumns: readonly BudgetColumn[] = [
  { name: 'budget.slugline', value: ({ slugline }) => slugline },
  { name: 'budget.headline', value: ({ headline }, { strings }) => headline || strings('list.untitled') },
  { name: 'budget.line', value: ({ budgetLine }) => budgetLine },
  { name: 'budget.section', value: ({ section }) => section },
  {
    name: 'budget.state',
    value: ({ state, isLate }, { strings }) =>
      isLate ? `${strings(`state.${state}`)}, ${strings('budget.late')}` : strings(`state.${state}`),
  },
  { name: 'budget.assignee', value: ({ assignee, authors }) => assignee || authors },
  { name: 'budget.holder', value: ({ holder }) => holder },
  { name: 'budget.words', value: ({ words }) => String(words), isFigure: true },
  { name: 'budget.planned', value: ({ wordsPlanned }) => figure(wordsPlanned ?? 0), isFigure: true },
  { name: 'budget.due', value: ({ due }, about) => clock(due, about) },
  { name: 'budget.embargo', value: ({ embargo }, about) => clock(embargo, about) },
  { name: 'budget.out', value: ({ publishedAt }, about) => clock(publishedAt, about) },
  {
    name: 'budget.notes',
    value: ({ openNotes, openSuggestions }) => figure(openNotes + openSuggestions),
    isFigure: true,
  },
  { name: 'budget.note', value: ({ note }) => note },
];
