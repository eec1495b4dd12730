import { NewsroomError } from '../errors.js';
import { logged, type ActBy } from './desk-log.js';
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

/** The note is to the reporter (send back, unpublish) or to the receivers (kill, recall, correct). */
export type MoveBy = ActBy;

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
    log: logged(story, move, state, { ...by, note: text }),
  };
}
