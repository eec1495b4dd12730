import { parseSearch, type SearchQuery } from '../../core/search/search-query.js';
import type { PersonId, StoryId } from '../../core/ids.js';
import { inWork, storyStates } from '../../core/story/states.js';
import type { DeskView, ListQuery, ListSort, StoryRow } from '../../core/story/story-row.js';
import type { Person } from '../../core/people/person.js';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.js';
import { foldName } from '../../core/text/fold.js';
import { dayOf } from '../../core/text/zoned-time.js';
import { number, text } from './database.js';
import { rowOf, type LibraryIndex } from './library-index.js';
import { isOut, stateIn } from './state-condition.js';

/** What a list needs beside the question: who asks, what the names of the filters mean, the hour. */
export interface ListContext {
  readonly personId: PersonId | null;
  readonly taxonomy: Taxonomy;
  readonly people: readonly Person[];
  readonly now: Date;
  /** The publication's: whose day `publishedToday` means. */
  readonly timeZone: string;
}

type Value = string | number;
interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** The desk's lists. Spiked stories show only where somebody asks for them. */
function viewCondition(view: DeskView, { personId, now, timeZone }: ListContext): Condition {
  switch (view) {
    case 'all':
      return { sql: "state <> 'spiked'", values: [] };
    case 'mine':
      return {
        sql: "state NOT IN ('spiked', 'killed') AND n IN (SELECT n FROM marks WHERE kind = 'author' AND key = ?)",
        values: [personId ?? ''],
      };
    case 'assigned':
      return {
        sql: `${stateIn(inWork)} AND n IN (SELECT n FROM marks WHERE kind = 'assignee' AND key = ?)`,
        values: [personId ?? ''],
      };
    case 'late':
      return { sql: `dueAt < ? AND ${stateIn(inWork)}`, values: [now.toISOString()] };
    case 'publishedToday': {
      const { from, to } = dayOf(now, timeZone);
      return { sql: `publishedAt >= ? AND publishedAt < ? AND ${isOut}`, values: [from, to] };
    }
    case 'toReview':
      return { sql: "state = 'submitted'", values: [] };
    case 'approved':
      return { sql: stateIn(['approved', 'scheduled']), values: [] };
    case 'embargoed':
      return { sql: "embargoAt > ? AND state <> 'spiked'", values: [now.toISOString()] };
    case 'published':
      return { sql: isOut, values: [] };
    case 'spiked':
      return { sql: "state = 'spiked'", values: [] };
  }
}

/** What a sort compares; the named ones by the name that a person sees, not by the id. */
const sortColumns: Readonly<Record<ListSort, string>> = {
  modified: 'modifiedAt',
  created: 'createdAt',
  headline: 'headlineKey',
  section: 'sectionPlace',
  state: 'statePlace',
  words: 'words',
  author: 'authorKey',
  assignee: 'assigneeName',
  slugline: "nullif(slug, '')",
  due: 'dueAt',
  published: 'publishedAt',
  tks: 'tks',
};

const mayBeMissing: ReadonlySet<ListSort> = new Set(['section', 'author', 'assignee', 'slugline', 'due', 'published']);

interface Order {
  readonly join: string;
  readonly values: readonly Value[];
  readonly by: string;
}

/** Sections in the order of the desk, states in the order of the work, people by name: one bound table of id and key. */
function orderOf({ sort, descending }: ListQuery, { taxonomy, people }: ListContext): Order {
  const column = sortColumns[sort];
  // What has no value stands last, whichever way the rest goes.
  const last = mayBeMissing.has(sort) ? `${column} IS NULL, ` : '';
  const by = `${last}${column} ${descending ? 'DESC' : 'ASC'}, n`;
  const named = (table: Readonly<Record<string, Value>>, on: string, key: string): Order => ({
    join: `LEFT JOIN (SELECT key AS namedId, value AS ${key} FROM json_each(?)) ON namedId = ${on}`,
    values: [JSON.stringify(table)],
    by,
  });
  const places = (ids: readonly string[]): Record<string, number> => Object.fromEntries(ids.map((id, at) => [id, at]));
  if (sort === 'section') return named(places(taxonomy.sections.map(({ id }) => id)), 'sectionId', 'sectionPlace');
  if (sort === 'state') return named(places(storyStates), 'state', 'statePlace');
  if (sort !== 'author' && sort !== 'assignee') return { join: '', values: [], by };
  const names = Object.fromEntries(people.map(({ id, name }) => [id, foldName(name)]));
  if (sort === 'assignee') return named(names, 'assigneeId', 'assigneeName');
  const author = named(names, 'firstAuthor', 'authorName');
  return { ...author, by: by.replaceAll('authorKey', "coalesce(nullif(author, ''), authorName)") };
}

/** A page of rows and how many there are in all. */
export function listStories(
  index: LibraryIndex,
  query: ListQuery,
  context: ListContext,
): { readonly rows: readonly StoryRow[]; readonly total: number } {
  const { where, values } = whereOf(query, context);
  const total = number(index.sql.get(`SELECT count(*) AS total FROM stories WHERE ${where}`, values)?.['total']);
  const order = orderOf(query, context);
  const sql = `SELECT row FROM stories ${order.join} WHERE ${where} ORDER BY ${order.by} LIMIT ? OFFSET ?`;
  return { rows: index.sql.all(sql, [...order.values, ...values, query.limit, query.offset]).map(rowOf), total };
}

/** The ids of a list in its order: what a selection of many rows holds. */
export function listIds(index: LibraryIndex, query: ListQuery, context: ListContext): readonly StoryId[] {
  const { where, values } = whereOf(query, context);
  const order = orderOf(query, context);
  const sql = `SELECT id FROM stories ${order.join} WHERE ${where} ORDER BY ${order.by} LIMIT ? OFFSET ?`;
  const rows = index.sql.all(sql, [...order.values, ...values, query.limit, query.offset]);
  return rows.map((row) => text(row['id']) as StoryId);
}

/** Sluglines of the stories that were made within a time, with how many carry each; one story is left out. */
export function sluglinesBetween(
  index: LibraryIndex,
  from: string,
  to: string,
  without: StoryId,
): readonly { readonly slugline: string; readonly used: number }[] {
  const sql = `SELECT json_extract(row, '$.slugline') AS slugline, count(*) AS used FROM stories
    WHERE slug <> '' AND createdAt >= ? AND createdAt < ? AND id <> ? AND state <> 'spiked' GROUP BY slug LIMIT 500`;
  return index.sql
    .all(sql, [from, to, without])
    .map((row) => ({ slugline: text(row['slugline']), used: number(row['used']) }));
}

function whereOf(query: ListQuery, context: ListContext): { readonly where: string; readonly values: Value[] } {
  const search = parseSearch(query.text);
  const conditions = [...conditionsOf(query, context), ...filterConditions(search, context)];
  if (search.match !== '')
    conditions.push({ sql: 'n IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [search.match] });
  return {
    where: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1',
    values: conditions.flatMap((condition) => condition.values),
  };
}

/** Stories of a view, for the numbers of the desk list; O(1) but for `mine` and `embargoed`, which walk their own. */
export function countView(index: LibraryIndex, view: DeskView, context: ListContext): number {
  const { sql, values } = viewCondition(view, context);
  if (view === 'all') return index.size() - index.count('state', 'spiked');
  return number(index.sql.get(`SELECT count(*) AS total FROM stories WHERE ${sql}`, [...values])?.['total']);
}

export interface SearchHit {
  readonly row: StoryRow;
  readonly score: number;
  readonly dek: string;
  readonly body: string;
}

/** A headline says more than a dek, a dek more than the body, whose length is taken into account by BM25. */
const columnWeights = '8.0, 3.0, 1.0, 2.0';

/** The best stories for a search, best first, with the texts that a snippet is cut from. */
export function searchStories(
  index: LibraryIndex,
  wanted: string,
  limit: number,
  context: ListContext,
): readonly SearchHit[] {
  const search = parseSearch(wanted);
  const filters = filterConditions(search, context);
  const filter = filters.map(({ sql }) => ` AND (${sql})`).join('');
  const values = filters.flatMap((condition) => condition.values);
  // The long texts are fetched for what is shown, not for every hit; without filters no row of a story is touched either.
  const ranked = `SELECT rowid AS n, -bm25(words, ${columnWeights}) AS score FROM words WHERE words MATCH ?`;
  const hits =
    search.match === ''
      ? `SELECT n, 0.0 AS score FROM stories WHERE 1${filter} ORDER BY modifiedAt DESC LIMIT ?`
      : filter === ''
        ? `${ranked} ORDER BY score DESC, rowid LIMIT ?`
        : `SELECT n, score FROM (${ranked}) JOIN stories USING (n) WHERE 1${filter} ORDER BY score DESC, n LIMIT ?`;
  const order = search.match === '' ? 'modifiedAt DESC' : 'score DESC, n';
  const sql = `SELECT row, dek, body, score FROM (${hits}) JOIN stories USING (n) JOIN texts USING (n) ORDER BY ${order}`;
  const bound = search.match === '' ? [...values, limit] : [search.match, ...values, limit];
  return index.sql.all(sql, bound).map((row) => ({
    row: rowOf(row),
    score: number(row['score']),
    dek: text(row['dek']),
    body: text(row['body']),
  }));
}

function conditionsOf(query: ListQuery, context: ListContext): Condition[] {
  const conditions = [viewCondition(query.view, context)];
  // A state that was asked for by name is shown, spiked too.
  if (query.view === 'all' && query.states.includes('spiked')) conditions.pop();
  if (query.sectionId !== null) conditions.push({ sql: 'sectionId = ?', values: [query.sectionId] });
  if (query.tagId !== null) conditions.push(markCondition('tag', query.tagId));
  if (query.authorId !== null) conditions.push(markCondition('author', query.authorId));
  if (query.states.length > 0) conditions.push(oneOf('state', query.states));
  if (query.from !== null) conditions.push({ sql: 'modifiedAt >= ?', values: [query.from] });
  if (query.to !== null) conditions.push({ sql: 'modifiedAt < ?', values: [query.to] });
  return conditions;
}

function filterConditions(search: SearchQuery, { taxonomy, people }: ListContext): readonly Condition[] {
  return [...search.filters].map(([field, values]): Condition => {
    switch (field) {
      case 'section':
        return oneOf('sectionId', idsNamed(taxonomy.sections, values));
      case 'tag':
        return anyOf(idsNamed(taxonomy.tags, values).map((id) => markCondition('tag', id)));
      case 'state':
        return oneOf('lower(state)', values);
      case 'author':
        return anyOf([
          ...idsNamed(people, values).map((id) => markCondition('author', id)),
          ...values.map((value) => ({ sql: "author LIKE ? ESCAPE '\\'", values: [`%${likeSafe(value)}%`] })),
        ]);
      case 'assignee':
        return anyOf(idsNamed(people, values).map((id) => markCondition('assignee', id)));
      case 'slug':
        return anyOf(values.map((value) => ({ sql: "slug LIKE ? ESCAPE '\\'", values: [`${likeSafe(value)}%`] })));
      case 'id':
        return anyOf(values.map((value) => ({ sql: "id LIKE ? ESCAPE '\\'", values: [`${likeSafe(value)}%`] })));
      case 'headline':
        // Part of the full-text expression; never among the filters.
        return { sql: '1', values: [] };
    }
  });
}

const markCondition = (kind: string, key: string): Condition => ({
  sql: 'n IN (SELECT n FROM marks WHERE kind = ? AND key = ?)',
  values: [kind, key],
});

const oneOf = (column: string, values: readonly string[]): Condition => ({
  sql: values.length > 0 ? `${column} IN (${values.map(() => '?').join(', ')})` : '0',
  values,
});

const anyOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length > 0 ? conditions.map(({ sql }) => sql).join(' OR ') : '0',
  values: conditions.flatMap((condition) => condition.values),
});

const likeSafe = (value: string): string => value.replace(/[\\%_]/gu, '\\$&');

/** Ids of sections, tags or people in whose name a word starts with one of the folded values. */
function idsNamed(
  named: readonly { readonly id: string; readonly name: string }[],
  values: readonly string[],
): readonly string[] {
  return named
    .filter(({ name }) => values.some((value) => ` ${foldName(name)}`.includes(` ${value}`)))
    .map(({ id }) => id);
}
