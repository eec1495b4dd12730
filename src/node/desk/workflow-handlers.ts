import type { Input, Output } from '../../core/contract/calls.js';
import type { StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import type { CheckDesk } from './check-desk.js';
import type { StoryDesk } from './story-desk.js';

type WorkflowCall = 'story.move' | 'story.undoMove' | 'story.check' | 'finding.waive' | 'finding.unwaive';

/** The window's way to the desk's moves and its gate. */
export function workflowHandlers(
  stories: StoryDesk,
  checks: CheckDesk,
  person: () => Person | null,
): { readonly [N in WorkflowCall]: (input: Input<N>) => Promise<Output<N>> } {
  const after = async (id: StoryId, change: Promise<unknown>): Promise<Output<'finding.waive'>> => {
    await change;
    return stories.open(id);
  };
  return {
    'story.move': ({ id, move, note }) => stories.move({ id, move, note, person: person() }),
    'story.undoMove': ({ id, at }) => stories.undoMove(id, at, person()),
    'story.check': async ({ id }) => [...(await checks.saved(id))],
    'finding.waive': ({ id, finding, reason }) => after(id, checks.waive(id, finding, reason, person())),
    'finding.unwaive': ({ id, finding }) => after(id, checks.unwaive(id, finding, person())),
  };
}
