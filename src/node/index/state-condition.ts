import { publicStates, type StoryState } from '../../core/story/states.js';

/** A condition on the column `state`; names of states hold no sign that SQL would read. */
export const stateIn = (states: readonly StoryState[]): string =>
  `state IN (${states.map((state) => `'${state}'`).join(', ')})`;

/** The stories that readers have. */
export const isOut = stateIn(publicStates);
