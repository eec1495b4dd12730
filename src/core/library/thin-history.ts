import type { StoryState } from '../story/states.js';

/** What thinning has to know of a kept state; null facts = its file could not be read, so it stays. */
export interface KeptState {
  readonly version: string;
  readonly facts: { readonly savedAt: string; readonly state: StoryState; readonly name: string | null } | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** How many states a story keeps, and how close together by their age: (older than, one in each span of). In ms. */
const mostKept = 200;
const spans = [
  { from: 7 * day, span: day },
  { from: day, span: 60 * minute },
  { from: 0, span: 10 * minute },
] as const;
/** What went out, or was taken back: the world may ask what it said. */
const wentOut: ReadonlySet<StoryState> = new Set(['published', 'corrected', 'killed', 'recalled', 'unpublished']);

/**
 * The states that may go, of all that a story keeps, newest first: one in 10 minutes stays for a day, one in an hour for a
 * week, one a day after that, 200 at most. Never among them: the newest and the first, one with a name, both sides of a
 * move on the desk, whatever was public, one that could not be read, and one that `isNeeded` (the base of a draft).
 */
export function thinnedStates(
  states: readonly KeptState[],
  now: Date,
  isNeeded: (version: string) => boolean,
): readonly KeptState[] {
  const isKept = states.map(
    (state, at) => at === 0 || at === states.length - 1 || isNeeded(state.version) || isMarked(states, at),
  );
  const gone: KeptState[] = [];
  const plain: KeptState[] = [];
  let span = '';
  for (const [at, state] of states.entries()) {
    // One that cannot be read says nothing of when it was.
    const own = state.facts === null ? span : spanOf(state.facts.savedAt, now);
    // The newest state of a span stands for it, whether or not it would stay anyway.
    const isFirst = own !== span;
    span = own;
    if (isKept[at] === true) continue;
    if (isFirst) plain.push(state);
    else gone.push(state);
  }
  const tooMany = states.length - gone.length - mostKept;
  return tooMany > 0 ? [...gone, ...plain.slice(-Math.min(tooMany, plain.length))] : gone;
}

function isMarked(states: readonly KeptState[], at: number): boolean {
  const facts = states[at]?.facts;
  if (!facts || facts.name !== null || wentOut.has(facts.state)) return true;
  const [newer, older] = [states[at - 1]?.facts, states[at + 1]?.facts];
  return (newer ?? facts).state !== facts.state || (older ?? facts).state !== facts.state;
}

/** Names the span that a state lies in. By the clock, not by age, so that the same state stands for it at every look. */
function spanOf(savedAt: string, now: Date): string {
  const at = Date.parse(savedAt);
  const age = now.getTime() - at;
  const { span } = spans.find(({ from }) => age >= from) ?? { span: 10 * minute };
  return `${String(span)}-${String(Math.floor(at / span))}`;
}
