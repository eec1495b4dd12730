import type { Input, Output } from '../../core/contract/calls.js';
import type { StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import { loadStrings } from '../../core/strings/languages.js';
import type { Library } from '../library/library.js';
import { makeBudget } from './budget-desk.js';
import { CheckDesk } from './check-desk.js';
import type { StoryDesk } from './story-desk.js';
import { writeBudgetInto } from './write-budget.js';

type WorkflowCall =
  | 'story.move'
  | 'story.assign'
  | 'story.update'
  | 'story.undoMove'
  | 'story.check'
  | 'finding.waive'
  | 'finding.unwaive'
  | 'budget.write';

interface WorkflowHost {
  readonly person: () => Person | null;
  /** The paths behind a token that a dialog gave. */
  readonly path: (token: string) => readonly string[];
}

/** The window's way to the desk's moves and its gate. */
export function workflowHandlers(
  library: Library,
  stories: StoryDesk,
  { person, path }: WorkflowHost,
): { readonly [N in WorkflowCall]: (input: Input<N>) => Promise<Output<N>> } {
  const checks = new CheckDesk(library);
  const after = async (id: StoryId, change: Promise<unknown>): Promise<Output<'finding.waive'>> => {
    await change;
    return stories.open(id);
  };
  return {
    'story.move': ({ id, move, note }) => stories.move({ id, move, note, person: person() }),
    'story.update': ({ id }) => stories.update(id, person()),
    'story.assign': ({ id, to }) => stories.assign(id, to, person()),
    'story.undoMove': ({ id, at }) => stories.undoMove(id, at, person()),
    'story.check': async ({ id }) => [...(await checks.saved(id))],
    'budget.write': async ({ folder, locale }) => {
      const budget = await makeBudget(library);
      const files = await writeBudgetInto(path(folder)[0] ?? '', budget, await loadStrings(locale));
      return { files: [...files], stories: budget.inWork.length + budget.outToday.length };
    },
    'finding.waive': ({ id, finding, reason }) => after(id, checks.waive(id, finding, reason, person())),
    'finding.unwaive': ({ id, finding }) => after(id, checks.unwaive(id, finding, person())),
  };
}
