import { NewsroomError } from '../errors.js';

/** Where a story stands on the desk (decision 13). Embargoed and late are views, not states. */
export const storyStates = [
  'draft',
  'inProgress',
  'submitted',
  'approved',
  'scheduled',
  'published',
  'corrected',
  'killed',
  'recalled',
  'unpublished',
  'spiked',
] as const;
export type StoryState = (typeof storyStates)[number];

/** Whether the world may use it: another thing than `state` (IPTC pubStatus). */
export type PubStatus = 'usable' | 'withheld' | 'canceled';

/** What a person can do with a story, by the desk's verb; `to: 'before'` goes back to where a spiked story came from. */
export interface Move {
  readonly from: readonly StoryState[];
  readonly to: StoryState | 'before';
  /** What must be said with it: nothing, a note to the reporter, or a notice to the receivers. */
  readonly needs: 'nothing' | 'note' | 'notice';
}

export const moves = {
  start: { from: ['draft'], to: 'inProgress', needs: 'nothing' },
  submit: { from: ['draft', 'inProgress'], to: 'submitted', needs: 'nothing' },
  sendBack: { from: ['submitted', 'approved'], to: 'inProgress', needs: 'note' },
  approve: { from: ['submitted'], to: 'approved', needs: 'nothing' },
  schedule: { from: ['approved'], to: 'scheduled', needs: 'nothing' },
  deschedule: { from: ['scheduled'], to: 'approved', needs: 'nothing' },
  publish: { from: ['approved', 'scheduled', 'unpublished'], to: 'published', needs: 'nothing' },
  correct: { from: ['published', 'corrected'], to: 'corrected', needs: 'notice' },
  kill: { from: ['published', 'scheduled', 'corrected'], to: 'killed', needs: 'notice' },
  recall: { from: ['published', 'scheduled', 'corrected'], to: 'recalled', needs: 'notice' },
  unpublish: { from: ['published', 'corrected'], to: 'unpublished', needs: 'note' },
  spike: { from: ['draft', 'inProgress', 'submitted', 'approved', 'unpublished'], to: 'spiked', needs: 'nothing' },
  restore: { from: ['spiked'], to: 'before', needs: 'nothing' },
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof moves;
export const moveNames = Object.keys(moves) as readonly MoveName[];

/** Without an approval step a story is published straight from the reporter's desk. */
const publishUnapproved: readonly StoryState[] = ['draft', 'inProgress', 'submitted'];

export interface MoveRules {
  /** The publication's setting; on unless it says otherwise. */
  readonly approvalStep: boolean;
}

export function canMove(state: StoryState, move: MoveName, rules: MoveRules): boolean {
  const from: readonly StoryState[] = moves[move].from;
  if (from.includes(state)) return true;
  return move === 'publish' && !rules.approvalStep && publishUnapproved.includes(state);
}

/** Where a spiked story may go back to. */
const beforeSpike: readonly StoryState[] = moves.spike.from;

/** The moves that are open from a state, in the order of the table. */
export function openMoves(state: StoryState, rules: MoveRules): readonly MoveName[] {
  return moveNames.filter((move) => canMove(state, move, rules));
}

/** The move that leads from one state to another, for a command line that names states; undefined where none does. */
export function moveBetween(from: StoryState, to: StoryState, rules: MoveRules): MoveName | undefined {
  return openMoves(from, rules).find(
    (move) => moves[move].to === to || (move === 'restore' && beforeSpike.includes(to)),
  );
}

/** Throws `workflow.not-allowed` with the states that are open instead. */
export function assertCanMove(state: StoryState, move: MoveName, rules: MoveRules): void {
  if (canMove(state, move, rules)) return;
  const to = moves[move].to;
  throw new NewsroomError('workflow.not-allowed', {
    from: state,
    to: to === 'before' ? 'the state before' : to,
    allowed: openMoves(state, rules).join(', ') || 'nothing',
  });
}

/** The states in which somebody works on a story towards its publication. */
export const inWork = [
  'draft',
  'inProgress',
  'submitted',
  'approved',
  'scheduled',
] as const satisfies readonly StoryState[];

export const isInWork = (state: StoryState): boolean => (inWork as readonly StoryState[]).includes(state);

/** The states in which readers have the story. */
export const publicStates = ['published', 'corrected'] as const satisfies readonly StoryState[];

export const isPublic = (state: StoryState): boolean => (publicStates as readonly StoryState[]).includes(state);

/** Taken back after it went out: receivers get a notice, nobody gets the text. */
export const isWithdrawn = (state: StoryState): state is 'killed' | 'recalled' =>
  state === 'killed' || state === 'recalled';

/** `pubStatus` follows from the state, and is kept beside it since the world asks for it by that name. */
export function pubStatusOf(state: StoryState): PubStatus {
  if (isPublic(state)) return 'usable';
  if (isWithdrawn(state)) return 'canceled';
  return 'withheld';
}

/** A state whose text has gone out: it is not edited in place (decision 13). */
export function isFrozen(state: StoryState): boolean {
  return isPublic(state) || isWithdrawn(state);
}
