import MiniSearch from 'minisearch';
import { SqlFile } from '../../src/node/index/database.js';
import { LibraryIndex } from '../../src/node/index/library-index.js';
import { searchStories } from '../../src/node/index/list-stories.js';
import { plainText } from '../../src/core/document/plain-text.js';
import { corpusIndex } from './bench-library.js';
import type { Bench } from './bench.js';
import type { Absent, Contestant } from './contest.js';
import { article, vocabulary } from './corpus.js';
import { corpusStory, corpusTaxonomy } from './corpus-story.js';
import { commit, packageVersion } from './machine.js';
import { seeded, whole } from './random.js';

const shown = 50;
const queriesInRound = 150;

interface Query {
  readonly words: string;
  /** The last word is unfinished. */
  readonly grows: boolean;
}

/** Search as a person types: one word, two words that must both stand there, the first four letters of one. */
export const search: Bench = function* ({ quick }) {
  for (const size of quick ? [1_000] : [10_000, 100_000]) {
    const queries = makeQueries(size);
    const index = new LibraryIndex(SqlFile.openForWriting(corpusIndex(size)));
    yield {
      bench: 'search',
      size: `${size.toLocaleString('en-US')} stories`,
      contestants: [ours(index, queries), size > 10_000 ? tooMany() : peer(size, queries, index)],
    };
    index.close();
  }
};

function makeQueries(size: number): readonly Query[] {
  const random = seeded(7);
  return Array.from({ length: queriesInRound }, (_, at) => {
    const words = [
      ...new Set((article(whole(random, size)).paragraphs[0] ?? '').toLowerCase().match(/[a-z]{4,}/gu) ?? []),
    ];
    const word = words[whole(random, words.length)] ?? vocabulary[500] ?? '';
    const other = words[whole(random, words.length)] ?? word;
    if (at % 3 === 0) return { words: word, grows: false };
    if (at % 3 === 1) return { words: `${word} ${other}`, grows: false };
    return { words: word.slice(0, 4), grows: true };
  });
}

function ours(index: LibraryIndex, queries: readonly Query[]): Contestant {
  return { name: 'copydesk', version: commit(), role: 'app', round: () => each(queries, (query) => ask(index, query)) };
}

function ask(index: LibraryIndex, { words, grows }: Query): number {
  const context = { personId: null, taxonomy: corpusTaxonomy, people: [], timeZone: 'UTC', now: new Date(0) };
  // A blank at the end says that the last word is finished.
  return searchStories(index, grows ? words : `${words} `, shown, context).length;
}

const about = { name: 'minisearch', version: packageVersion('minisearch'), role: 'peer' } as const;

/** All in memory, built before the clock starts. */
function peer(size: number, queries: readonly Query[], index: LibraryIndex): Contestant {
  const mini = new MiniSearch<{ id: number; headline: string; dek: string; body: string }>({
    fields: ['headline', 'dek', 'body'],
  });
  for (let number = 0; number < size; number += 1) {
    const { headline, dek, body } = corpusStory(number);
    mini.add({ id: number, headline, dek, body: plainText(body) });
  }
  const askPeer = ({ words, grows }: Query): number =>
    mini
      .search(words, {
        combineWith: 'AND',
        prefix: (_term, at, terms) => grows && at === terms.length - 1,
        boost: { headline: 8, dek: 3 },
      })
      .slice(0, shown).length;
  const differing = queries.filter((query) => askPeer(query) !== ask(index, query)).length;
  if (differing > queries.length / 20)
    throw new Error(
      `search: ${String(differing)} of ${String(queries.length)} queries find another number of stories in minisearch`,
    );
  return { ...about, round: () => each(queries, askPeer) };
}

const tooMany = (): Absent => ({ ...about, absent: 'builds for minutes and holds over 1 GB' });

function each(queries: readonly Query[], find: (query: Query) => number): Promise<readonly number[]> {
  return Promise.resolve(
    queries.map((query) => {
      const started = performance.now();
      find(query);
      return performance.now() - started;
    }),
  );
}
