import { isDifference } from '../../core/compare/compare-documents.js';
import { compareStories } from '../../core/compare/compare-stories.js';
import { blockIdOf } from '../../core/compare/match-blocks.js';
import type { NewId } from '../../core/ids.js';
import type { Take } from '../../core/merge/conflict.js';
import { mergeStories, type MergedStory, type Sides } from '../../core/merge/merge-stories.js';
import { sameValue } from '../../core/merge/merge-values.js';
import { resolveConflict } from '../../core/merge/resolve-conflict.js';
import type { Story } from '../../core/story/story.js';

/** Two sides as one story; with `take` every place that both changed is decided at once. */
export function mergedSides(sides: Sides, take: Take | null, newId: NewId): MergedStory {
  const merged = mergeStories(sides, newId);
  if (take === null) return merged;
  const story = merged.conflicts.reduce((now, { id }) => resolveConflict(now, id, take, newId), merged.story);
  return { story, conflicts: [] };
}

/** The fields and blocks in which a merged story differs from what was here. */
export function changedIn(before: Story, after: Story): readonly string[] {
  const { fields, blocks } = compareStories(before, after);
  return [
    ...fields.map(({ path }) => path),
    ...blocks.filter(isDifference).flatMap((block) => {
      const id = blockIdOf('after' in block ? block.after : block.before);
      return block.kind === 'movedAway' || id === null ? [] : [`body:${id}`];
    }),
  ];
}

/** Whether two states differ in nothing but the time of the last change. */
export const saysTheSame = (one: Story, other: Story): boolean =>
  sameValue({ ...one, modifiedAt: '' }, { ...other, modifiedAt: '' });
