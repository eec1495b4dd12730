import { assertNever } from '../errors.js';
import { fold, foldName } from '../text/fold.js';
import { daysBetween, type Idf } from './ranking.js';
import { namesIn } from './names.js';
import { isTagTerm, tagTerm, termsOf, type TermCounts } from './terms.js';

/** What is known of the two stories when a suggestion is explained. */
export interface ReasonFacts {
  readonly slugline: string;
  readonly tags: readonly string[];
  /** Media Topic codes. */
  readonly subjects: readonly string[];
  /** Headline, dek and body, plain; '' where they are not at hand. */
  readonly text: string;
  /** As the ranking has them; tags among them are not counted as shared words. */
  readonly terms: TermCounts;
  /** When it was published, else changed. */
  readonly at: string | null;
}

/** Why a story is suggested, as data: the page may say it in its own words. */
export type Reason =
  | { readonly kind: 'slugline'; readonly slugline: string }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'subjects'; readonly count: number }
  | { readonly kind: 'terms'; readonly count: number }
  | { readonly kind: 'date'; readonly days: number };

const mostReasons = 3;
const mostNames = 2;
/** Older than this, when a story ran is no reason to link it. */
export const newsDays = 60;

/** The strongest reasons first, at most three. Never empty where the two stories share a term. */
export function reasonsFor(query: ReasonFacts, candidate: ReasonFacts, rarity: Idf): readonly Reason[] {
  const reasons: Reason[] = [];
  if (query.slugline.trim() !== '' && foldName(query.slugline) === foldName(candidate.slugline))
    reasons.push({ kind: 'slugline', slugline: candidate.slugline });

  const tags = sharedTags(query.tags, candidate.tags, rarity);
  if (tags.length > 0) reasons.push({ kind: 'tags', tags });

  const said = new Set(tags.map(foldName));
  const names = sharedNames(query, candidate, rarity).filter((name) => !said.has(foldName(name)));
  if (names.length > 0) reasons.push({ kind: 'names', names: names.slice(0, mostNames) });

  const subjects = query.subjects.filter((code) => candidate.subjects.includes(code)).length;
  if (subjects > 0) reasons.push({ kind: 'subjects', count: subjects });

  const days = daysBetween(query.at, candidate.at);
  const isNews = query.at !== null && candidate.at !== null && days <= newsDays;
  const terms = sharedTerms(query.terms, candidate.terms);
  if (terms > 0 && reasons.length < (isNews ? mostReasons - 1 : mostReasons))
    reasons.push({ kind: 'terms', count: terms });
  if (isNews) reasons.push({ kind: 'date', days });
  return reasons.slice(0, mostReasons);
}

function sharedTags(query: readonly string[], candidate: readonly string[], rarity: Idf): readonly string[] {
  const theirs = new Set(candidate.map(foldName));
  return query
    .filter((tag) => theirs.has(foldName(tag)))
    .sort((left, right) => rarity(tagTerm(right)) - rarity(tagTerm(left)))
    .slice(0, mostNames);
}

/** Names of a story that is asked about, found once for all its candidates. */
const knownNames = new WeakMap<ReasonFacts, ReadonlyMap<string, string>>();

function namesOf(facts: ReasonFacts): ReadonlyMap<string, string> {
  let names = knownNames.get(facts);
  if (!names) knownNames.set(facts, (names = namesIn(facts.text)));
  return names;
}

/** Names in both texts that are rare in the library: half as rare as a word that nobody ever wrote. */
function sharedNames(query: ReasonFacts, candidate: ReasonFacts, rarity: Idf): readonly string[] {
  const theirs = namesOf(candidate);
  const rare = rarity('') / 2;
  return [...namesOf(query)]
    .filter(([folded]) => theirs.has(folded))
    .map(([folded, name]) => ({ name, weight: Math.max(0, ...termsOf(folded).map(rarity)) }))
    .filter(({ weight }) => weight > rare)
    .sort((left, right) => right.weight - left.weight || (fold(left.name) < fold(right.name) ? -1 : 1))
    .map(({ name }) => name);
}

function sharedTerms(query: TermCounts, candidate: TermCounts): number {
  const [short, long] = query.size <= candidate.size ? [query, candidate] : [candidate, query];
  let count = 0;
  for (const term of short.keys()) if (long.has(term) && !isTagTerm(term)) count += 1;
  return count;
}

/** A reason in plain English words: 'Tag "energy"', "names Kyiv and Moscow", "3 weeks earlier". */
function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case 'slugline':
      return 'same slugline';
    case 'tags':
      return `${reason.tags.length === 1 ? 'tag' : 'tags'} ${reason.tags.map((tag) => `“${tag}”`).join(' and ')}`;
    case 'names':
      return `names ${reason.names.join(' and ')}`;
    case 'subjects':
      return reason.count === 1 ? 'same subject' : 'same subjects';
    case 'terms':
      return reason.count === 1 ? '1 shared term' : `${String(reason.count)} shared terms`;
    case 'date':
      return daysInWords(reason.days);
    default:
      return assertNever(reason);
  }
}

function daysInWords(days: number): string {
  const whole = Math.round(days);
  if (whole === 0) return 'same day';
  if (whole === 1) return '1 day apart';
  if (whole < 14) return `${String(whole)} days apart`;
  return `${String(Math.round(whole / 7))} weeks apart`;
}

/** The reasons in words, for a list: at most three. */
export function reasons(query: ReasonFacts, candidate: ReasonFacts, rarity: Idf): readonly string[] {
  return reasonsFor(query, candidate, rarity).map(reasonInWords);
}
