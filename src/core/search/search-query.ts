import { foldName } from '../text/fold.js';
import { searchText } from '../text/search-text.js';

/** Fields that a search may name before a colon. */
const fields = ['section', 'tag', 'state', 'author', 'assignee', 'slug', 'headline', 'id'] as const;
type Field = (typeof fields)[number];

export interface SearchQuery {
  /** Field → folded values; a story must fit one of each. */
  readonly filters: ReadonlyMap<Field, readonly string[]>;
  /** FTS5 expression over the folded text; '' = no words. */
  readonly match: string;
  /** Folded words, for the snippet. */
  readonly words: readonly string[];
}

const token = /(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))/gu;
const isField = (name: string): name is Field => (fields as readonly string[]).includes(name);

/**
 * `harbour "city council" section:sport -football`: all words must stand in the story, a phrase as it is, `-` excludes,
 * the last word may be unfinished. Anything else that a person types is taken as words: a search never fails.
 */
export function parseSearch(text: string): SearchQuery {
  const filters = new Map<Field, string[]>();
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const words: string[] = [];
  const parts = [...text.toWellFormed().matchAll(token)];
  for (const [at, part] of parts.entries()) {
    const [whole, minus, field, phrase, word] = part;
    const value = phrase ?? word ?? '';
    if (field !== undefined && isField(field) && field !== 'headline') {
      filters.set(field, [...(filters.get(field) ?? []), foldName(value)]);
      continue;
    }
    const said = field === undefined || field === 'headline' ? value : whole.slice(minus?.length);
    const mayGrow = phrase === undefined && at === parts.length - 1 && !text.endsWith(' ');
    const expression = expressionOf(said, mayGrow);
    if (expression === '') continue;
    const scoped = field === 'headline' ? `headline : (${expression})` : expression;
    (minus === '-' ? unwanted : wanted).push(scoped);
    if (minus !== '-')
      words.push(
        ...searchText(said)
          .split(/[^\p{L}\p{N}\p{M}]+/u)
          .filter((piece) => piece !== ''),
      );
  }
  const all = wanted.map((expression) => `(${expression})`).join(' AND ');
  const match = all === '' || unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
  return { filters, match, words };
}

/** The pieces of a said word or phrase, as one FTS5 phrase: quotes are the only syntax that FTS5 sees. */
function expressionOf(said: string, mayGrow: boolean): string {
  const pieces = searchText(said)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return '';
  return `"${pieces.join(' ')}"${mayGrow ? ' *' : ''}`;
}
