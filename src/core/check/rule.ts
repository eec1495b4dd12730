import type { StoryId } from '../ids.js';
import type { PublicationSettings } from '../publication/settings.js';
import type { Template } from '../story/template.js';
import type { StoryState } from '../story/states.js';
import type { Story } from '../story/story.js';
import type { Says } from '../strings/finding-text.js';
import type { StringKey, StringParams } from '../strings/strings.js';

/** `error` = must not go out like this, `warning` = somebody should decide, `advice` = would be better. */
export type Severity = 'error' | 'warning' | 'advice';

/** What a check needs to know of the world around the story; core asks nobody itself. */
export interface CheckContext {
  readonly now: Date;
  readonly settings: PublicationSettings;
  /** The template that the story was started from, where it is known. */
  readonly template?: Template | undefined;
  /** State of a story of the library, undefined where there is none (any more). */
  readonly stateOf: (id: StoryId) => StoryState | undefined;
}

/** One thing that a rule found. */
export interface Hit {
  /** The field or block: `headline`, `body:<blockId>`, `related:2`. */
  readonly where: string;
  readonly says: Says;
  /** What to do, where the message doesn't say it already. */
  readonly fix?: StringKey;
  /** Other than the rule's own severity. */
  readonly severity?: Severity;
}

/** A text of the catalogue with what fills it. */
export const says = (key: StringKey, params: StringParams = {}): Says => ({ key, params });

/** One rule of the desk: pure, knows one thing, finds it in any story. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly run: (story: Story, context: CheckContext) => readonly Hit[];
}
