import { resolve } from 'node:path';
import { findStory } from '../../node/desk/find-story.js';
import { StoryDesk } from '../../node/desk/story-desk.js';
import { argument, textOption, type Command } from '../command.js';
import { exitCodes } from '../output.js';
import { withLibrary } from '../session.js';

/** Takes or refuses the suggestions of a story, all of them or those of one person. */
function settling(verdict: 'accept' | 'reject', about: string, done: string): Command {
  return {
    usage: `${verdict} <library> <id>`,
    about,
    options: [{ flags: '--by <person>', about: 'only the suggestions of this person, by name or initials' }],
    run: (args, options, output) =>
      withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
        const id = findStory(library, argument(args, 1));
        const by = textOption(options, 'by') ?? null;
        const { story, settled } = await new StoryDesk(library).settleSuggestions(id, verdict, by);
        const { state, edition } = story;
        output.row(
          { id, state, ...(edition > 0 ? { edition } : {}), suggestions: settled },
          `${id.slice(0, 8)}  ${String(settled)} ${settled === 1 ? 'suggestion' : 'suggestions'} ${done}`,
        );
        return exitCodes.done;
      }),
  };
}

export const accept = settling('accept', 'take the suggestions in a story’s text', 'accepted');
export const reject = settling('reject', 'refuse the suggestions in a story’s text: stet', 'rejected');
