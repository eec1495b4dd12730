import type { StoryId } from '../../core/ids.js';
import type { Conflict, Take } from '../../core/merge/conflict.js';
import type { Person } from '../../core/people/person.js';

/**
 * What became of a package: a story that was not here, one that was merged, one that says what is here already, or a
 * state that this story went beyond.
 */
export interface TakenIn {
  readonly id: StoryId;
  readonly outcome: 'new' | 'merged' | 'same' | 'older';
  readonly headline: string;
  readonly from: string;
  /** What the other side changed and is in the story now, by field or `body:<blockId>`. */
  readonly merged: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/** What to do with a package: who takes it in, and how conflicts are decided if they are decided at once. */
export interface TakeIn {
  readonly path: string;
  readonly person: Person | null;
  readonly take: Take | null;
}
