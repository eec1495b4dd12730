import type { Checks } from './checks.svelte.js';
import type { Notes } from './notes.svelte.js';
import type { OpenStory } from './open-story.svelte.js';
import type { Related } from './related.svelte.js';
import type { StoryHistory } from './story-history.svelte.js';

/** One story at a time with everything about it. Replaced whole when another is opened. */
export interface Desk {
  readonly open: OpenStory;
  readonly related: Related;
  readonly checks: Checks;
  readonly history: StoryHistory;
  readonly notes: Notes;
}
