import type { StoryRow } from '../../core/story/story-row.js';
import { foldName } from '../../core/text/fold.js';
import { searchText } from '../../core/text/search-text.js';
import { number, text, type SqlFile, type SqlRow } from './database.js';
import { termsOfEntry, type IndexEntry } from './index-entry.js';
import { MediaIndex } from './media-index.js';
import { createIndex, indexVersion, type MarkKind } from './schema.js';

/** Something about a file of the library that a person should know; found by the comparison of index and folder. */
export interface Trouble {
  readonly path: string;
  readonly id: string | null;
  readonly kind: string;
  readonly detail: string;
}

/**
 * List rows, full text, links and term statistics of a library in one file that may be deleted at any time. Every
 * change costs what one story costs, whatever the size of the library.
 */
export class LibraryIndex {
  readonly sql: SqlFile;
  readonly media: MediaIndex;

  constructor(sql: SqlFile) {
    this.sql = sql;
    this.media = new MediaIndex(sql);
  }

  /** Makes the tables where there are none or those of another version; answers whether the index is new. */
  prepare(): boolean {
    if (this.isCurrent()) return false;
    // Triggers go with their table.
    for (const name of [
      'words',
      'related',
      'meta',
      'shards',
      'stories',
      'marks',
      'counters',
      'texts',
      'terms',
      'troubles',
      'media',
    ])
      this.sql.exec(`DROP TABLE IF EXISTS ${name}`);
    this.sql.exec(createIndex);
    this.setMeta('version', String(indexVersion));
    return true;
  }

  isCurrent(): boolean {
    const known = this.sql.get("SELECT 1 AS found FROM sqlite_master WHERE name = 'meta'");
    return known !== null && this.meta('version') === String(indexVersion);
  }

  meta(key: string): string | undefined {
    const row = this.sql.get('SELECT value FROM meta WHERE key = ?', [key]);
    return row ? text(row['value']) : undefined;
  }

  setMeta(key: string, value: string): void {
    this.sql.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', [key, value]);
  }

  /**
   * Puts stories in or replaces them, in one transaction. Words come after all rows: a statement with a trigger makes
   * the full text write out what it gathered, and a segment for each story costs a third of the whole.
   */
  put(entries: readonly IndexEntry[]): void {
    this.sql.transaction(() => {
      const deltas = new Map<string, number>();
      // A story that stands in a batch twice: the later one.
      const newest = new Map(entries.map((entry) => [entry.row.id as string, entry]));
      const numbered = [...newest.values()].map((entry) => [this.#putRow(entry, deltas), entry] as const);
      for (const [n, entry] of numbered) this.#putWords(n, entry, deltas);
      this.#changeTerms(deltas);
    });
  }

  remove(ids: readonly string[]): void {
    this.sql.transaction(() => {
      const deltas = new Map<string, number>();
      for (const id of ids) {
        const n = this.numberOf(id);
        if (n === undefined) continue;
        this.#forget(n, deltas);
        this.sql.run('DELETE FROM stories WHERE n = ?', [n]);
      }
      this.#changeTerms(deltas);
    });
  }

  numberOf(id: string): number | undefined {
    const row = this.sql.get('SELECT n FROM stories WHERE id = ?', [id]);
    return row ? number(row['n']) : undefined;
  }

  row(id: string): StoryRow | undefined {
    const row = this.sql.get('SELECT row FROM stories WHERE id = ?', [id]);
    return row ? rowOf(row) : undefined;
  }

  /** The saved state that the index knows of a story. */
  stateOf(id: string): { readonly sha256: string; readonly revision: number } | undefined {
    const row = this.sql.get('SELECT sha256, revision FROM stories WHERE id = ?', [id]);
    return row ? { sha256: text(row['sha256']), revision: number(row['revision']) } : undefined;
  }

  idsIn(shard: string): readonly string[] {
    return this.sql.all('SELECT id FROM stories WHERE substr(id, -2) = ?', [shard]).map((row) => text(row['id']));
  }

  size(): number {
    return number(this.sql.get("SELECT coalesce(sum(count), 0) AS size FROM counters WHERE kind = 'state'")?.['size']);
  }

  counters(kind: MarkKind): Readonly<Record<string, number>> {
    const rows = this.sql.all('SELECT key, count FROM counters WHERE kind = ? AND count > 0', [kind]);
    return Object.fromEntries(rows.map((row) => [text(row['key']), number(row['count'])]));
  }

  count(kind: MarkKind, key: string): number {
    return number(this.sql.get('SELECT count FROM counters WHERE kind = ? AND key = ?', [kind, key])?.['count']);
  }

  /** Stories that carry a mark: of a section or a tag, or that link to a story. Newest first. */
  marked(kind: MarkKind, key: string, limit = -1): readonly StoryRow[] {
    const sql =
      'SELECT row FROM marks JOIN stories USING (n) WHERE kind = ? AND key = ? ORDER BY modifiedAt DESC, n LIMIT ?';
    return this.sql.all(sql, [kind, key, limit]).map(rowOf);
  }

  /** The marks of one kind that a story carries. */
  marksOf(id: string, kind: MarkKind): readonly string[] {
    const sql = 'SELECT key FROM marks JOIN stories USING (n) WHERE id = ? AND kind = ?';
    return this.sql.all(sql, [id, kind]).map((row) => text(row['key']));
  }

  setTroubles(shard: string, troubles: readonly Trouble[]): void {
    this.sql.run('DELETE FROM troubles WHERE path LIKE ?', [`stories/${shard}/%`]);
    for (const { path, id, kind, detail } of troubles)
      this.sql.run('INSERT OR REPLACE INTO troubles VALUES (?, ?, ?, ?)', [path, id, kind, detail]);
  }

  troubles(): readonly Trouble[] {
    return this.sql.all('SELECT * FROM troubles ORDER BY path').map((row) => ({
      path: text(row['path']),
      id: row['id'] === null ? null : text(row['id']),
      kind: text(row['kind']),
      detail: text(row['detail']),
    }));
  }

  close(): void {
    this.sql.close();
  }

  #putRow(entry: IndexEntry, deltas: Map<string, number>): number {
    const known = this.numberOf(entry.row.id);
    if (known !== undefined) this.#forget(known, deltas);
    const n = this.#putStory(entry, known);
    for (const [kind, key] of entry.marks) this.sql.run('INSERT INTO marks VALUES (?, ?, ?)', [kind, key, n]);
    this.sql.run('INSERT INTO texts VALUES (?, ?, ?)', [n, entry.dek, entry.body]);
    return n;
  }

  #putWords(n: number, entry: IndexEntry, deltas: Map<string, number>): void {
    this.sql.run('INSERT INTO words(rowid, headline, dek, body, names) VALUES (?, ?, ?, ?, ?)', [
      n,
      searchText(entry.row.headline),
      searchText(entry.dek),
      searchText(entry.body),
      searchText(entry.names),
    ]);
    const terms = [...termsOfEntry(entry).keys()];
    for (const term of terms) deltas.set(term, (deltas.get(term) ?? 0) + 1);
    this.sql.run('INSERT INTO related(rowid, terms) VALUES (?, ?)', [n, terms.map(termToken).join(' ')]);
  }

  #putStory(entry: IndexEntry, known: number | undefined): number {
    const { row } = entry;
    if (known !== undefined) this.sql.run('DELETE FROM stories WHERE n = ?', [known]);
    return this.sql.run(
      `INSERT INTO stories(n, id, sha256, revision, row, sourceId, originSha256, headline, headlineKey, slug,
       urlSlug, guid, sectionId, state, words, tks, author, firstAuthor, assigneeId, dueAt, createdAt, modifiedAt, publishedAt, dated, embargoAt, length)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
      [
        known ?? null,
        row.id,
        entry.sha256,
        entry.revision,
        JSON.stringify(row),
        row.sourceId,
        entry.originSha256,
        row.headline,
        foldName(row.headline || row.slugline),
        foldName(row.slugline),
        entry.urlSlug,
        entry.guid,
        row.sectionId,
        row.state,
        row.words,
        row.tks,
        foldName(row.byline),
        row.authorIds[0] ?? null,
        row.assigneeId,
        row.dueAt,
        entry.createdAt,
        row.modifiedAt,
        row.publishedAt,
        entry.dated,
        row.embargoAt,
      ],
    );
  }

  /** Takes a story's words out of everything that counts them; its line in `stories` stays. */
  #forget(n: number, deltas: Map<string, number>): void {
    const old = this.sql.get('SELECT row, dek, body FROM texts JOIN stories USING (n) WHERE n = ?', [n]);
    if (old) {
      const entry = { row: rowOf(old), dek: text(old['dek']), body: text(old['body']) };
      for (const term of termsOfEntry(entry).keys()) deltas.set(term, (deltas.get(term) ?? 0) - 1);
    }
    for (const table of ['marks', 'texts']) this.sql.run(`DELETE FROM ${table} WHERE n = ?`, [n]);
    for (const table of ['words', 'related']) this.sql.run(`DELETE FROM ${table} WHERE rowid = ?`, [n]);
  }

  #changeTerms(deltas: ReadonlyMap<string, number>): void {
    for (const [term, delta] of deltas) {
      if (delta === 0) continue;
      this.sql.run('INSERT INTO terms VALUES (?, ?) ON CONFLICT DO UPDATE SET stories = stories + ?', [
        term,
        delta,
        delta,
      ]);
    }
  }
}

/** A term as one token of the `related` table: its letters only, the tag mark and blanks as "_". */
export const termToken = (term: string): string =>
  /^[a-z0-9]*$/.test(term) ? term : term.replace(/[^\p{L}\p{N}\p{M}]/gu, '_');

/** A row as `put` wrote it: the file is ours alone, so it is believed. */
export function rowOf(row: SqlRow): StoryRow {
  return JSON.parse(text(row['row'])) as StoryRow;
}
