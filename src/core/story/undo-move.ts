import { NewsroomError } from '../errors.js';
import { logged, type ActBy } from './desk-log.js';
import { isFrozen, isWithdrawn, moveNames, moves, pubStatusOf, storyStates, type StoryState } from './states.js';
import type { Story } from './story.js';

type Entry = Story['log'][number];

/** Moves that are taken back by another of their kind: what a correction says to readers is not unsaid. */
const lasting: ReadonlySet<string> = new Set(['correct']);
const isMove = ({ act }: Entry): boolean => (moveNames as readonly string[]).includes(act);
const isState = (name: string): name is StoryState => (storyStates as readonly string[]).includes(name);

/** The moves of a log that hold: those that were taken back are gone, with their taking back. */
function movesThatHold(log: Story['log']): readonly Entry[] {
  const held: Entry[] = [];
  for (const entry of log)
    if (entry.act === 'undo') takeOff(held, entry['undoneAt']);
    else if (isMove(entry)) held.push(entry);
  return held;
}

/** Takes off the move that was taken back: the one that the entry names, else (a change of many) the last. */
function takeOff(held: Entry[], undoneAt: unknown): void {
  const at = undoneAt === undefined ? held.length - 1 : held.findLastIndex((entry) => entry.at === undoneAt);
  if (at >= 0) held.splice(at, 1);
}

/** The move that can be taken back: the last one that holds; undefined where there is none, or it is not of that kind. */
export function undoableMove({ log, state }: Pick<Story, 'log' | 'state'>): Entry | undefined {
  const last = movesThatHold(log).at(-1);
  return last && last.to === state && isState(last.from) && !lasting.has(last.act) ? last : undefined;
}

/** Whether readers or receivers could have seen the move: it led to, from or within what is out. */
export const touchesReaders = ({ from, to }: Pick<Entry, 'from' | 'to'>): boolean =>
  [from, to].some((state) => isState(state) && isFrozen(state));

/** Throws `workflow.exported` where files were made since of what a move made. `lastExport` = when, '' = never. */
export function assertNotExported(move: Pick<Entry, 'at'>, lastExport: string): void {
  if (lastExport >= move.at) throw new NewsroomError('workflow.exported', { at: lastExport });
}

/**
 * The story before its last move, which stays in the log with its taking back. Times of publication are those of the moves
 * that hold. Whether something went out since is asked by the desk, which knows it.
 * @throws NewsroomError `workflow.nothing-to-undo`
 */
export function undoMove(story: Story, by: ActBy): Story {
  const last = undoableMove(story);
  if (!last || !isState(last.from)) throw new NewsroomError('workflow.nothing-to-undo');
  const state = last.from;
  const log = logged(story, 'undo', state, by, { undoes: last.act, undoneAt: last.at });
  const held = movesThatHold(log);
  const published = held.filter(({ act }) => act === 'publish');
  const isOfPublishing = last.act === 'publish';
  return {
    ...story,
    state,
    stateBefore: state === 'spiked' ? (beforeSpike(held) ?? null) : null,
    pubStatus: pubStatusOf(state),
    notice: isWithdrawn(state) ? (held.at(-1)?.note ?? '') : '',
    ...(isOfPublishing
      ? { firstPublishedAt: published[0]?.at ?? null, publishedAt: published.at(-1)?.at ?? null }
      : {}),
    log,
    modifiedAt: by.now.toISOString(),
  };
}

const beforeSpike = (held: readonly Entry[]): StoryState | undefined => {
  const from = held.findLast(({ act }) => act === 'spike')?.from;
  return from !== undefined && (moves.spike.from as readonly string[]).includes(from)
    ? (from as StoryState)
    : undefined;
};
