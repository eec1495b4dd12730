import { NewsroomError } from '../errors.js';
import type { StoryState } from './states.js';
import type { Story } from './story.js';

/** States whose text never leaves (decision 20). A killed story leaves only as a kill notice, with part 3's formats. */
const withheld: readonly StoryState[] = ['spiked', 'killed', 'recalled'];

export function isEmbargoed(story: Pick<Story, 'embargo'>, now: Date): boolean {
  return story.embargo !== null && Date.parse(story.embargo.at) > now.getTime();
}

/** Whether an export is the published edition or a proof; throws for a story that may not leave (decision 20). */
export function assertMayLeave(story: Pick<Story, 'state' | 'embargo'>, now: Date): 'edition' | 'proof' {
  if (withheld.includes(story.state)) throw new NewsroomError('export.withheld', { state: story.state });
  if (story.embargo && isEmbargoed(story, now))
    throw new NewsroomError('export.embargoed', { at: story.embargo.at, tz: story.embargo.tz });
  return story.state === 'published' || story.state === 'corrected' ? 'edition' : 'proof';
}
