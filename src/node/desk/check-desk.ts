import { checkStory } from '../../core/check/rules.js';
import type { Finding } from '../../core/contract/calls.js';
import type { StoryId } from '../../core/ids.js';
import { TemplateDesk } from './template-desk.js';
import type { Library } from '../library/library.js';

/** What the rules of the desk find in a story as it is saved. */
export async function checkSaved(library: Library, id: StoryId): Promise<readonly Finding[]> {
  const { story } = await library.stories.read(id);
  return checkStory(story, {
    now: library.world.now(),
    settings: library.settings.value,
    template: new TemplateDesk(library).of(story.templateId),
    stateOf: (other) => library.index.row(other)?.state,
  });
}
