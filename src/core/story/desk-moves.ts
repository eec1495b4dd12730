import { NewsroomError } from '../errors.js';
import type { Person } from '../people/person.js';
import {
  assertCanMove,
  isWithdrawn,
  moves,
  pubStatusOf,
  type MoveName,
  type MoveRules,
  type StoryState,
} from './states.js';
import type { Story } from './story.js';

export interface MoveBy {
  readonly person: Pick<Person, 'id' | 'name'> | null;
  readonly now: Date;
  /** To the reporter (send back, unpublish) or to the receivers (kill, recall, correct). */
  readonly note: string;
}

/**
 * Makes one move of the desk and logs it with who, when and why. Freezing an edition is the publisher's part
 * (`publish-story.ts`); here only the story changes.
 * @throws NewsroomError `workflow.not-allowed`, or `workflow.note-missing` where the move must be explained
 */
export function moveStory(story: Story, move: MoveName, by: MoveBy, rules: MoveRules): Story {
  assertCanMove(story.state, move, rules);
  const { to, needs } = moves[move];
  const text = by.note.trim();
  if (needs !== 'nothing' && text === '') {
    const detail = needs === 'notice' ? 'the receivers need a notice' : 'the reporter needs a note';
    throw new NewsroomError('workflow.note-missing', { detail });
  }
  const state: StoryState = to === 'before' ? (story.stateBefore ?? 'draft') : to;
  const at = by.now.toISOString();
  return {
    ...story,
    state,
    stateBefore: move === 'spike' ? story.state : null,
    pubStatus: pubStatusOf(state),
    notice: isWithdrawn(state) ? text : story.notice,
    modifiedAt: at,
    ...(move === 'publish' ? { firstPublishedAt: story.firstPublishedAt ?? at, publishedAt: at } : {}),
    log: [
      ...story.log,
      {
        act: move,
        from: story.state,
        to: state,
        note: text,
        personId: by.person?.id ?? null,
        personName: by.person?.name ?? '',
        at,
      },
    ],
  };
}
