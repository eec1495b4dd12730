import { resolve } from 'node:path';
import { correctionTypes, type CorrectionType } from '../../core/story/correction-notes.js';
import type { Correction } from '../../core/story/correct-story.js';
import { findStory } from '../../node/desk/find-story.js';
import { StoryDesk } from '../../node/desk/story-desk.js';
import { argument, textOption, UsageError, type Command, type Options } from '../command.js';
import { exitCodes } from '../output.js';
import { withLibrary } from '../session.js';

const isType = (name: string): name is CorrectionType => (correctionTypes as readonly string[]).includes(name);

function placeOf(options: Options): Correction['place'] {
  const place = textOption(options, 'place');
  if (place === undefined) return null;
  if (place === 'top' || place === 'end') return place;
  throw new UsageError(`--place is top or end, got "${place}"`);
}

function atOf(options: Options): Correction['at'] {
  const at = textOption(options, 'at');
  if (at === undefined) return null;
  if (at === 'all') return at;
  if (/^\d{1,6}$/u.test(at)) return Number(at);
  throw new UsageError(`--at is the number of a place or "all", got "${at}"`);
}

export const correct: Command = {
  usage: 'correct <library> <id>',
  about: 'correct words of a published story: the text, the note to readers and a new edition',
  options: [
    { flags: '--wrong <text>', about: 'the words just as they went out' },
    { flags: '--right <text>', about: 'what they should have been' },
    { flags: '--note <text>', about: 'what readers are told (made from the words)' },
    { flags: '--type <type>', about: `${correctionTypes.join(', ')} (correction)` },
    { flags: '--place <place>', about: 'where the note stands: top or end (end; a retraction at the top)' },
    { flags: '--at <n>', about: 'which of several places, from 0, or "all"' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const type = textOption(options, 'type') ?? 'correction';
      if (!isType(type)) throw new UsageError(`--type is ${correctionTypes.join(', ')}, got "${type}"`);
      const id = findStory(library, argument(args, 1));
      const correction: Correction = {
        wrong: textOption(options, 'wrong') ?? '',
        right: textOption(options, 'right') ?? '',
        note: textOption(options, 'note') ?? '',
        type,
        place: placeOf(options),
        at: atOf(options),
      };
      const { story } = await new StoryDesk(library).correct(id, correction, null);
      const { state, edition, corrections } = story;
      const note = corrections.at(-1)?.text ?? '';
      output.row({ id, state, edition, note }, `${id.slice(0, 8)}  ${state} (edition ${String(edition)})  ${note}`);
      return exitCodes.done;
    }),
};
