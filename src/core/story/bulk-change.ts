import { z } from 'zod';
import { NewsroomError } from '../errors.js';
import { personId, sectionId, storyId, tagId } from '../ids.js';
import { assignStory } from './assign-story.js';
import { logged } from './desk-log.js';
import { moveStory, type MoveBy } from './desk-moves.js';
import { isFrozen, storyStates, type MoveName, type MoveRules } from './states.js';
import type { Story } from './story.js';

/**
 * Moves that many stories may make at once. Publishing freezes an edition and a correction, kill or recall speaks to
 * receivers: those are decided story by story.
 */
export const bulkMoves = [
  'start',
  'submit',
  'sendBack',
  'approve',
  'schedule',
  'deschedule',
  'unpublish',
  'spike',
  'restore',
] as const satisfies readonly MoveName[];
export type BulkMove = (typeof bulkMoves)[number];

/** One change for many stories. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), sectionId: sectionId.nullable() }),
  z.object({ kind: z.literal('addTag'), tagId }),
  z.object({ kind: z.literal('removeTag'), tagId }),
  /** `name` = the person's, for the log. */
  z.object({ kind: z.literal('assign'), personId: personId.nullable(), name: z.string().max(200) }),
  z.object({ kind: z.literal('move'), move: z.enum(bulkMoves), note: z.string().max(20_000) }),
]);
export type BulkChange = Readonly<z.infer<typeof bulkChangeSchema>>;

/** What a bulk change may alter of a story, as it was before: enough to take the change back. */
const bulkBeforeSchema = z.object({
  sectionId: sectionId.nullable(),
  tagIds: z.array(tagId),
  assigneeId: personId.nullable().optional(),
  state: z.enum(storyStates),
  stateBefore: z.enum(storyStates).nullable(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  modifiedAt: z.string(),
});
/** A story of a change of many: the state that the change made of it, and how it was before. */
export const bulkUndoItemSchema = z.object({ id: storyId, sha256: z.string(), before: bulkBeforeSchema });
export type BulkUndoItem = Readonly<z.infer<typeof bulkUndoItemSchema>>;

export type BulkBefore = BulkUndoItem['before'];

export const bulkBefore = ({
  sectionId: section,
  tagIds,
  assigneeId,
  state,
  stateBefore,
  pubStatus,
  modifiedAt,
}: Story): BulkBefore => ({
  sectionId: section,
  tagIds,
  ...(assigneeId === undefined ? {} : { assigneeId }),
  state,
  stateBefore,
  pubStatus,
  modifiedAt,
});

/**
 * The story with the change; the same object where it has nothing to change.
 * @throws NewsroomError `story.frozen`, `workflow.not-allowed`, `workflow.note-missing`
 */
export function changeInBulk(story: Story, change: BulkChange, by: Omit<MoveBy, 'note'>, rules: MoveRules): Story {
  if (change.kind === 'move') return moveStory(story, change.move, { ...by, note: change.note }, rules);
  if (change.kind === 'assign') {
    const { personId: id, name } = change;
    return assignStory(story, id === null ? null : { id, name }, by);
  }
  const next = refiled(story, change);
  if (next === story) return story;
  if (isFrozen(story.state)) throw new NewsroomError('story.frozen', { state: story.state });
  return { ...next, modifiedAt: by.now.toISOString() };
}

function refiled(story: Story, change: Exclude<BulkChange, { kind: 'move' | 'assign' }>): Story {
  switch (change.kind) {
    case 'section':
      return story.sectionId === change.sectionId ? story : { ...story, sectionId: change.sectionId };
    case 'addTag':
      return story.tagIds.includes(change.tagId) ? story : { ...story, tagIds: [...story.tagIds, change.tagId] };
    case 'removeTag':
      return story.tagIds.includes(change.tagId)
        ? { ...story, tagIds: story.tagIds.filter((id) => id !== change.tagId) }
        : story;
  }
}

/** The story as it was before a bulk change; a move that is taken back stays in the log, with its taking back. */
export function undoInBulk(story: Story, before: BulkBefore, by: Omit<MoveBy, 'note'>): Story {
  const log = story.state === before.state ? story.log : logged(story, 'undo', before.state, { ...by, note: '' });
  const { assigneeId: _now, ...rest } = story;
  return { ...rest, ...before, log };
}
