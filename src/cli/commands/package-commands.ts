import { resolve } from 'node:path';
import { takes, type Take } from '../../core/merge/conflict.js';
import { findStory } from '../../node/desk/find-story.js';
import { HandOverDesk } from '../../node/desk/hand-over-desk.js';
import { TakeInDesk } from '../../node/desk/take-in-desk.js';
import { argument, textOption, UsageError, type Command } from '../command.js';
import { exitCodes } from '../output.js';
import { withLibrary } from '../session.js';

/** Writes a hand-over file; the result is its receipt. */
export const packageStory: Command = {
  usage: 'package <library> <id>',
  about: 'write a story with its history, comments and pictures as one file for another desk',
  options: [
    { flags: '--out <path>', about: 'the file, or a folder in which it gets a name of its own' },
    {
      flags: '--word',
      about: 'a Word document instead, for somebody without Copydesk; so does a FILE that ends in .docx',
    },
    { flags: '--to <person>', about: 'for whom it is; stands on the receipt' },
    { flags: '--note <text>', about: 'what the other desk should know' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const out = textOption(options, 'out');
      if (out === undefined) throw new UsageError('say where to: --out FILE');
      const receipt = await new HandOverDesk(library).handOver({
        id: findStory(library, argument(args, 1)),
        target: resolve(out),
        to: textOption(options, 'to') ?? '',
        note: textOption(options, 'note') ?? '',
        person: null,
        as: options['word'] === true ? 'word' : 'package',
      });
      const { id, path, sha256, at, to } = receipt;
      output.row({ id, path, sha256, at, to }, `${id.slice(0, 8)}  ${path}  sha256 ${sha256}`);
      return exitCodes.done;
    }),
};

const isTake = (name: string): name is Take => (takes as readonly string[]).includes(name);

/** Takes hand-over files in; conflicts are findings, not failures: both texts are kept. */
export const merge: Command = {
  usage: 'merge <library> <files...>',
  about:
    'take in hand-over files and Word documents that come back: new stories, or changes that are merged with what is here',
  options: [{ flags: '--take <side>', about: 'decide every conflict at once: mine, theirs or both' }],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const take = textOption(options, 'take') ?? null;
      if (take !== null && !isTake(take)) throw new UsageError(`--take is ${takes.join(', ')}, got "${take}"`);
      const desk = new TakeInDesk(library);
      let open = 0;
      for (const file of args.slice(1)) {
        const { id, outcome, headline, merged, conflicts } = await desk.takeIn({
          path: resolve(file),
          person: null,
          take,
        });
        open += conflicts.length;
        const shown = conflicts.map(({ path, blockId }) => (path === '' ? `body:${blockId ?? ''}` : path));
        output.row(
          { id, outcome, headline, merged, conflicts: shown },
          `${id.slice(0, 8)}  ${outcome}${merged.length > 0 ? `  merged: ${merged.join(', ')}` : ''}${shown.length > 0 ? `  conflicts: ${shown.join(', ')}` : ''}  ${headline}`,
        );
      }
      return open > 0 ? exitCodes.findings : exitCodes.done;
    }),
};
