import { NewsroomError } from '../errors.js';
import { isPublic, type StoryState } from './states.js';
import type { Story } from './story.js';

/** States whose text never leaves (decision 20). A killed or recalled one leaves as its notice, to receivers alone. */
const withheld: readonly StoryState[] = ['spiked', 'killed', 'recalled'];

export function isEmbargoed(story: Pick<Story, 'embargo'>, now: Date): boolean {
  return story.embargo !== null && Date.parse(story.embargo.at) > now.getTime();
}

/** Whether an export is the published edition or a proof; throws for a story that may not leave (decision 20). */
export function assertMayLeave(story: Pick<Story, 'state' | 'embargo'>, now: Date): 'edition' | 'proof' {
  if (withheld.includes(story.state)) throw new NewsroomError('export.withheld', { state: story.state });
  if (story.embargo && isEmbargoed(story, now))
    throw new NewsroomError('export.embargoed', { at: story.embargo.at, tz: story.embargo.tz });
  return isPublic(story.state) ? 'edition' : 'proof';
}
