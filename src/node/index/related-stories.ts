import {
  asked,
  idf,
  relatedScoreOfCounts,
  topTerms,
  weigh,
  type Idf,
  type WeightedTerms,
} from '../../core/related/ranking.js';
import type { TermCounts } from '../../core/related/terms.js';
import type { StoryRow } from '../../core/story/story-row.js';
import { number, text, type SqlRow } from './database.js';
import { termsOfEntry } from './index-entry.js';
import { rowOf, termToken, type LibraryIndex } from './library-index.js';

/** The heaviest terms of a story that the index is asked for, and how many stories are then ranked exactly. */
const askedTerms = 40;
const rankedCandidates = 200;
const msPerDay = 86_400_000;

/** A story with what the ranking knows of it. */
export interface RankedStory {
  readonly row: StoryRow;
  readonly dek: string;
  readonly body: string;
  readonly dated: string;
  readonly terms: TermCounts;
  readonly score: number;
}

/** Suggestions over the index: candidates by their rarest common terms, then the one formula of core (decision 10). */
export class RelatedStories {
  readonly #index: LibraryIndex;
  /** Terms of stories that came up already, by their number; emptied when the library changes. */
  readonly #known = new Map<number, ReadonlyMap<string, number>>();
  /** How many stories have a term. */
  readonly #holders = new Map<string, number>();
  /** How many stories there are; undefined = not asked since the last change. */
  #total: number | undefined;

  readonly #keepsLengths: boolean;

  /** @param keepsLengths false for a reader beside a writer: what is not measured yet it measures each time */
  constructor(index: LibraryIndex, keepsLengths: boolean) {
    this.#index = index;
    this.#keepsLengths = keepsLengths;
  }

  /** Forgets what was remembered, after any change of the library. */
  forget(): void {
    this.#known.clear();
    this.#holders.clear();
    this.#total = undefined;
  }

  /** How rare a term is among the library's stories. */
  readonly rarity: Idf = (term) => idf(this.#holdersOf(term), (this.#total ??= this.#index.size()));

  #holdersOf(term: string): number {
    let holders = this.#holders.get(term);
    if (holders === undefined) {
      holders = number(this.#index.sql.get('SELECT stories FROM terms WHERE term = ?', [term])?.['stories']);
      if (this.#holders.size > 200_000) this.#holders.clear();
      this.#holders.set(term, holders);
    }
    return holders;
  }

  /** The best `limit` stories for one, without itself and without spiked and killed ones, best first. */
  find(id: string, limit: number): { readonly query: RankedStory; readonly found: readonly RankedStory[] } | undefined {
    const own = this.#index.sql.get(`${storySql} WHERE id = ?`, [id]);
    if (!own) return undefined;
    if (this.#keepsLengths) this.measure();
    const query = this.#sharedTerms(weigh(this.#termsOf(number(own['n'])), this.rarity));
    const pulls = asked(query, this.rarity);
    const dated = Date.parse(text(own['dated']));
    const ranked = this.#candidates(query, number(own['n'])).map((row) => {
      const n = number(row['n']);
      const days = (dated - Date.parse(text(row['dated']))) / msPerDay;
      return { n, score: relatedScoreOfCounts(pulls, this.#termsOf(n), this.#lengthOf(n, row), days) };
    });
    ranked.sort((left, right) => right.score - left.score || left.n - right.n);
    const best = ranked.filter(({ score }) => score > 0).slice(0, limit);
    const rankedOf = (n: number, row: SqlRow, score: number): RankedStory => ({
      ...storyOf(row),
      terms: this.#termsOf(n),
      score,
    });
    return {
      query: rankedOf(number(own['n']), own, 1),
      found: best.map(({ n, score }) => rankedOf(n, this.#story(n), score)),
    };
  }

  /**
   * Gives a length to every story that has none: new ones one by one, a whole import at its end, when the rarity of its
   * terms is known. Answers how many it measured.
   */
  measure(batch = 500): number {
    let measured = 0;
    for (;;) {
      const rows = this.#index.sql.all('SELECT n FROM stories WHERE length IS NULL LIMIT ?', [batch]);
      if (rows.length === 0) return measured;
      this.#index.sql.transaction(() => {
        for (const row of rows) {
          const { length } = weigh(this.#termsOf(number(row['n'])), this.rarity);
          this.#index.sql.run('UPDATE stories SET length = ? WHERE n = ?', [length, number(row['n'])]);
        }
      });
      measured += rows.length;
    }
  }

  #lengthOf(n: number, row: SqlRow): number {
    return row['length'] === null ? weigh(this.#termsOf(n), this.rarity).length : number(row['length']);
  }

  /** A term that no other story has finds nothing and adds nothing. */
  #sharedTerms(query: WeightedTerms): WeightedTerms {
    return { ...query, weights: new Map([...query.weights].filter(([term]) => this.#holdersOf(term) > 1)) };
  }

  #candidates(query: WeightedTerms, self: number): readonly SqlRow[] {
    const terms = topTerms(query, askedTerms).map((term) => `"${termToken(term)}"`);
    if (terms.length === 0) return [];
    const sql = `SELECT n, dated, length
      FROM (SELECT rowid AS hit FROM related WHERE related MATCH ? ORDER BY rank LIMIT ?) JOIN stories ON n = hit
      WHERE n <> ? AND state NOT IN ('spiked', 'killed', 'recalled')`;
    return this.#index.sql.all(sql, [terms.join(' OR '), rankedCandidates, self]);
  }

  #termsOf(n: number): ReadonlyMap<string, number> {
    let terms = this.#known.get(n);
    if (!terms) {
      terms = termsOfEntry(storyOf(this.#story(n)));
      if (this.#known.size > 8_000) this.#known.clear();
      this.#known.set(n, terms);
    }
    return terms;
  }

  #story(n: number): SqlRow {
    const row = this.#index.sql.get(`${storySql} WHERE n = ?`, [n]);
    if (!row) throw new TypeError(`the index lost story ${String(n)}`);
    return row;
  }
}

const storySql = 'SELECT stories.n AS n, row, dek, body, dated FROM stories JOIN texts USING (n)';

const storyOf = (row: SqlRow): Omit<RankedStory, 'score' | 'terms'> => ({
  row: rowOf(row),
  dek: text(row['dek']),
  body: text(row['body']),
  dated: text(row['dated']),
});
