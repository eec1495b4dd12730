import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { daysBetween, idf, relatedScore, weigh, type WeightedTerms } from '../../src/core/related/ranking.js';
import { relatedTerms } from '../../src/core/related/terms.js';
import type { FigureBench } from './bench.js';
import type { Row } from './row.js';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly dek?: string;
  readonly body: string;
  readonly tags?: readonly string[];
  readonly date: string;
}
interface Truth {
  readonly id: string;
  /** Paths of story nodes, from broad to narrow. */
  readonly stories?: readonly (readonly string[])[];
  /** Stories that the text links to. */
  readonly links?: readonly string[];
}
/** Of each item: how well every other one fits, 3 or 1; those not named are 0. */
type Grades = readonly ReadonlyMap<number, number>[];

const sets = ['events-2025', 'longform-2012-2015'] as const;
const depth = 10;

/**
 * Quality of the suggestions on news of two kinds, every story of a set ranked against every other one with the
 * same formula. No rows where the sets are missing.
 */
export const related: FigureBench = () => {
  const folder = path.resolve('../shared/data/news');
  return Promise.resolve(existsSync(folder) ? sets.flatMap((set) => benchSet(folder, set)) : []);
};

function benchSet(folder: string, set: (typeof sets)[number]): readonly Row[] {
  const items = readLines(path.join(folder, `${set}.jsonl.gz`)) as readonly Item[];
  const truth = readLines(path.join(folder, `${set}.truth.jsonl.gz`)) as readonly Truth[];
  const grades = set === 'events-2025' ? gradesByStory(items, truth) : gradesByLink(items, truth);
  const started = performance.now();
  const vectors = vectorsOf(items);
  const builtAt = performance.now();
  const figures = { precision: 0, gain: 0, recall: 0 };
  let queries = 0;
  for (const [at, known] of grades.entries()) {
    const partners = [...known.values()].filter((grade) => grade === 3).length;
    if (set === 'events-2025' ? partners < 5 || partners > 60 : partners === 0) continue;
    const found = ranked(at, items, vectors).map((other) => known.get(other) ?? 0);
    queries += 1;
    figures.precision += found.slice(0, 5).filter((grade) => grade > 0).length / 5;
    figures.gain += gainOf(found) / gainOf([...known.values()].sort((left, right) => right - left).slice(0, depth));
    figures.recall += found.filter((grade) => grade === 3).length / Math.min(depth, partners);
  }
  const row = (measure: string, value: number, unit = ''): Row => ({ bench: 'related', set, measure, value, unit });
  return [
    row('queries', queries),
    row('P@5', figures.precision / queries),
    row('nDCG@10', figures.gain / queries),
    row('R@10', figures.recall / queries),
    row('vectors', (builtAt - started) / items.length, 'ms each'),
    row('ranking against all', (performance.now() - builtAt) / queries, 'ms a query'),
  ];
}

function readLines(file: string): readonly unknown[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

function vectorsOf(items: readonly Item[]): readonly WeightedTerms[] {
  const counts = items.map((item) =>
    relatedTerms({ headline: item.title, dek: item.dek ?? '', body: item.body, tags: item.tags ?? [] }),
  );
  const documents = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  return counts.map((terms) => weigh(terms, (term) => idf(documents.get(term) ?? 0, items.length)));
}

function ranked(query: number, items: readonly Item[], vectors: readonly WeightedTerms[]): readonly number[] {
  const mine = vectors[query];
  if (!mine) return [];
  const scored = vectors.map((vector, at) => ({
    at,
    score: at === query ? -1 : relatedScore(mine, vector, daysBetween(items[query]?.date ?? '', items[at]?.date ?? '')),
  }));
  return scored
    .sort((left, right) => right.score - left.score)
    .slice(0, depth)
    .map(({ at }) => at);
}

const gainOf = (found: readonly number[]): number =>
  found.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

/** 3 = the same narrowest story, 1 = any other story in common. */
function gradesByStory(items: readonly Item[], truth: readonly Truth[]): Grades {
  const paths = new Map(truth.map((entry) => [entry.id, entry.stories ?? []]));
  const last = new Map<string, number[]>();
  const all = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, name: string, at: number): void => {
    const known = map.get(name);
    if (known) known.push(at);
    else map.set(name, [at]);
  };
  for (const [at, item] of items.entries()) {
    const nodes = paths.get(item.id) ?? [];
    for (const name of nodes.at(-1) ?? []) put(last, name, at);
    for (const name of new Set(nodes.flat())) put(all, name, at);
  }
  return items.map((item, at) => {
    const nodes = paths.get(item.id) ?? [];
    const grades = new Map<number, number>();
    for (const name of nodes.flat()) for (const other of all.get(name) ?? []) grades.set(other, 1);
    for (const name of nodes.at(-1) ?? []) for (const other of last.get(name) ?? []) grades.set(other, 3);
    grades.delete(at);
    return grades;
  });
}

/** 3 = one links to the other. */
function gradesByLink(items: readonly Item[], truth: readonly Truth[]): Grades {
  const places = new Map(items.map((item, at) => [item.id, at]));
  const grades = items.map(() => new Map<number, number>());
  for (const entry of truth) {
    for (const link of entry.links ?? []) {
      const [from, to] = [places.get(entry.id), places.get(link)];
      if (from === undefined || to === undefined || from === to) continue;
      grades[from]?.set(to, 3);
      grades[to]?.set(from, 3);
    }
  }
  return grades;
}
