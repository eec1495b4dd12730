import { resolve } from 'node:path';
import { CheckDesk } from '../../node/desk/check-desk.js';
import { findStory } from '../../node/desk/find-story.js';
import { StoryDesk } from '../../node/desk/story-desk.js';
import { argument, textOption, UsageError, type Command } from '../command.js';
import { exitCodes } from '../output.js';
import { withLibrary } from '../session.js';

export const waive: Command = {
  usage: 'waive <library> <id> <finding>',
  about: 'let a finding of the checks pass at approval and publication; a rule’s name means all that it found',
  options: [
    { flags: '--reason <text>', about: 'why it may pass: kept with the story and in its log' },
    { flags: '--take-back', about: 'the finding holds again' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const [id, finding] = [findStory(library, argument(args, 1)), argument(args, 2)];
      const desk = new CheckDesk(library);
      const isTakenBack = options['takeBack'] === true;
      const reason = textOption(options, 'reason');
      if (!isTakenBack && reason === undefined) throw new UsageError('give --reason, or --take-back');
      const { story } = isTakenBack
        ? await desk.unwaive(id, finding, null)
        : await desk.waive(id, finding, reason ?? '', null);
      const waivers = story.waivers ?? [];
      output.row(
        { id, finding, waived: waivers.length },
        `${id.slice(0, 8)}  ${finding} ${isTakenBack ? 'holds again' : 'is let pass'}`,
      );
      return exitCodes.done;
    }),
};

export const undo: Command = {
  usage: 'undo <library> <id>',
  about: 'take back the last move of a story, while nothing was exported of it',
  options: [],
  run: (args, _options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const id = findStory(library, argument(args, 1));
      const { state, edition } = (await new StoryDesk(library).undoMove(id, null, null)).story;
      output.row({ id, state, ...(edition > 0 ? { edition } : {}) }, `${id.slice(0, 8)}  ${state} again`);
      return exitCodes.done;
    }),
};
