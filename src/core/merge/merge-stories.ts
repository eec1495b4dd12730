import type { NewId } from '../ids.js';
import { canonicalJson } from '../library/canonical-json.js';
import { recordsIn } from '../review/suggestions.js';
import { isPublic, isWithdrawn } from '../story/states.js';
import type { Story } from '../story/story.js';
import type { Conflict } from './conflict.js';
import { mergeDocuments } from './merge-documents.js';
import { mergeList, mergeRecord, mergeValue, sameValue } from './merge-values.js';

export interface MergedStory {
  /** Holds the conflicts too, those that it had and the new ones. */
  readonly story: Story;
  /** The new conflicts. */
  readonly conflicts: readonly Conflict[];
}

/** The state that both sides began from, and what each made of it. `from` names the other side for people. */
export interface Sides {
  readonly base: Story;
  readonly mine: Story;
  readonly theirs: Story;
  readonly from: string;
}

/** What a library says of a story itself: the other side's has no say in it. */
const ownFields = new Set<string>(['id', 'deskId', 'guid', 'sourceId', 'origin', 'createdAt']);
/** Merged by rules of their own, below. */
const ruledFields = new Set<string>([
  'body',
  'changes',
  'annotations',
  'conflicts',
  'log',
  'state',
  'stateBefore',
  'pubStatus',
  'edition',
  'firstPublishedAt',
  'publishedAt',
  'modifiedAt',
]);
/** Lists in which an entry stands once, and what tells its entries apart. */
const lists: Partial<Readonly<Record<string, (item: unknown) => string>>> = {
  subjects: canonicalJson,
  tagIds: canonicalJson,
  place: canonicalJson,
  signal: canonicalJson,
  ignoredWords: canonicalJson,
  related: canonicalJson,
  corrections: canonicalJson,
  handOvers: canonicalJson,
  authors: canonicalJson,
  sources: canonicalJson,
  waivers: canonicalJson,
};
/** Groups whose parts are fields of their own. */
const groups = new Set<string>(['headlines', 'planning']);

/**
 * A story out of two that began from one: each field by who changed it, lists entry by entry, the text by `mergeDocuments`.
 * Where both changed a field it keeps mine, and the conflict holds the other value: nothing is overwritten.
 */
export function mergeStories({ base, mine, theirs, from }: Sides, newId: NewId): MergedStory {
  const conflicts: Conflict[] = [];
  const values: Record<string, unknown> = {};
  const [was, ours, other] = [base, mine, theirs] as readonly Readonly<Record<string, unknown>>[];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (ownFields.has(name) || ruledFields.has(name)) continue;
    values[name] = mergeField(name, was?.[name], ours?.[name], other?.[name], (path, sides) => {
      conflicts.push({ id: newId(), blockId: null, path, from, ...sides });
    });
  }
  const { document, conflicts: blocks } = mergeDocuments(base.body, mine.body, theirs.body, newId);
  for (const block of blocks) conflicts.push({ id: newId(), path: '', from, ...block });
  const story: Story = {
    ...mine,
    ...withoutUndefined(values),
    ...mergeDeskState(base, mine, theirs),
    body: document,
    // A suggestion whose words both sides hold has its record from either.
    changes: recordsIn(document, { ...theirs.changes, ...mine.changes }),
    annotations: mergeRecord(base.annotations, mine.annotations, theirs.annotations, mergeThread),
    log: union(mine.log, theirs.log),
    modifiedAt: later(mine.modifiedAt, theirs.modifiedAt),
    // What the other desk has left open is open here too.
    ...withConflicts(mergeList(base.conflicts ?? [], mine.conflicts ?? [], theirs.conflicts ?? [], idOf), conflicts),
  };
  return { story, conflicts };
}

const idOf = ({ id }: Conflict): string => id;

const withConflicts = (known: readonly Conflict[], fresh: readonly Conflict[]): Pick<Story, 'conflicts'> => {
  const all = [...known, ...fresh];
  return all.length > 0 ? { conflicts: all } : {};
};

const withoutUndefined = (values: Readonly<Record<string, unknown>>): Partial<Story> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

type OnConflict = (path: string, sides: Pick<Conflict, 'base' | 'mine' | 'theirs'>) => void;

function mergeField(name: string, base: unknown, mine: unknown, theirs: unknown, onConflict: OnConflict): unknown {
  const keyOf = lists[name];
  if (keyOf) {
    const merged = mergeList(listOf(base), listOf(mine), listOf(theirs), keyOf);
    return mine === undefined && merged.length === 0 ? undefined : merged;
  }
  if (groups.has(name) && isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    const parts = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    return Object.fromEntries(
      parts.map((part) => [part, mergeOne(`${name}.${part}`, base[part], mine[part], theirs[part], onConflict)]),
    );
  }
  return mergeOne(name, base, mine, theirs, onConflict);
}

function mergeOne(path: string, base: unknown, mine: unknown, theirs: unknown, onConflict: OnConflict): unknown {
  const merged = mergeValue(base, mine, theirs);
  if ('value' in merged) return merged.value;
  // What is missing is kept as null: JSON has no other word for it.
  onConflict(path, { base: base ?? null, mine: mine ?? null, theirs: theirs ?? null });
  return mine;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Where the story stands on the desk is one thing in several fields. Who moved it has it. Where both did, what readers were
 * given or asked to drop outweighs any plan, else mine stays: the log says what the other side did.
 */
function mergeDeskState(base: Story, mine: Story, theirs: Story): Partial<Story> {
  const of = ({ state, stateBefore, pubStatus, edition, firstPublishedAt, publishedAt }: Story) => ({
    state,
    stateBefore,
    pubStatus,
    edition,
    firstPublishedAt,
    publishedAt,
  });
  if (sameValue(of(base), of(mine))) return of(theirs);
  return weightOf(theirs.state) > weightOf(mine.state) ? of(theirs) : of(mine);
}

const weightOf = (state: Story['state']): number => (isWithdrawn(state) ? 2 : isPublic(state) ? 1 : 0);

type Thread = Story['annotations'][string];

/** All that both sides said, by time; resolved where the side that changed it says so. */
function mergeThread(base: Thread | undefined, mine: Thread, theirs: Thread): Thread {
  const isResolved = base && base.resolved === mine.resolved ? theirs.resolved : mine.resolved;
  return { ...theirs, ...mine, resolved: isResolved, thread: union(mine.thread, theirs.thread) };
}

/** Two lists of things that were said or done, each once: by time, and what a side has at one time in that side's order. */
function union<T extends { readonly at: string }>(one: readonly T[], other: readonly T[]): T[] {
  const [left, right] = [one, other].map((list) => list.map((entry) => ({ entry, key: canonicalJson(entry) }))) as [
    Keyed<T>[],
    Keyed<T>[],
  ];
  const out = new Map<string, T>();
  for (let [i, j] = [0, 0]; i < left.length || j < right.length;) {
    const [first, second] = [left[i], right[j]];
    const isLeft =
      first && (!second || (compare(first.entry.at, second.entry.at) || compare(first.key, second.key)) <= 0);
    const next = isLeft ? first : second;
    if (next && !out.has(next.key)) out.set(next.key, next.entry);
    if (isLeft) i += 1;
    else j += 1;
  }
  return [...out.values()];
}

interface Keyed<T> {
  readonly entry: T;
  readonly key: string;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const later = (one: string, other: string): string => (Date.parse(one) >= Date.parse(other) ? one : other);
