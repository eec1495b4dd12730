import { extname, resolve } from 'node:path';
import { createStrings } from '../../core/strings/strings.js';
import { makeBudget } from '../../node/desk/budget-desk.js';
import { findStory, personNamed } from '../../node/desk/find-story.js';
import { StoryDesk } from '../../node/desk/story-desk.js';
import { budgetFormats, writeBudget, type BudgetFormat } from '../../node/desk/write-budget.js';
import { argument, textOption, UsageError, type Command } from '../command.js';
import { exitCodes } from '../output.js';
import { withLibrary } from '../session.js';

export const assign: Command = {
  usage: 'assign <library> <id>',
  about: 'give a story to a person of the desk, or to nobody',
  options: [
    { flags: '--to <person>', about: 'by name or initials' },
    { flags: '--nobody', about: 'take it from whoever has it' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const name = textOption(options, 'to');
      if ((name === undefined) !== (options['nobody'] === true)) throw new UsageError('give --to or --nobody');
      const id = findStory(library, argument(args, 1));
      const to = name === undefined ? null : personNamed(library, name);
      await new StoryDesk(library).assign(id, to?.id ?? null, null);
      output.row({ id, assignee: to?.name ?? null }, `${id.slice(0, 8)}  ${to?.name ?? 'nobody'}`);
      return exitCodes.done;
    }),
};

export const update: Command = {
  usage: 'update <library> <id>',
  about: 'begin a new story that brings a published one up to date (writethru), linked to it',
  options: [],
  run: (args, _options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const of = findStory(library, argument(args, 1));
      const { id, headline } = (await new StoryDesk(library).update(of, null)).story;
      output.row({ id, updateOf: of, headline }, `${id.slice(0, 8)}  update of ${of.slice(0, 8)}  ${headline}`);
      return exitCodes.done;
    }),
};

const isFormat = (name: string): name is BudgetFormat => Object.hasOwn(budgetFormats, name);

export const budget: Command = {
  usage: 'budget <library>',
  about: 'the sheet that a shift hands over: what is in the work, and what went out today',
  options: [{ flags: '--out <file>', about: 'a file that ends in .html or .csv; without it one row a story' }],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const out = textOption(options, 'out');
      const format = out === undefined ? '' : extname(out).slice(1).toLowerCase();
      if (out !== undefined && !isFormat(format)) throw new UsageError(`--out must end in .html or .csv, got "${out}"`);
      const made = await makeBudget(library);
      const lines = [...made.inWork, ...made.outToday];
      if (out !== undefined && isFormat(format)) {
        const path = resolve(out);
        await writeBudget(path, format, made, createStrings('en'));
        output.row({ path, stories: lines.length }, `${path}  ${String(lines.length)} stories`);
        return exitCodes.done;
      }
      for (const line of lines)
        output.row(
          line,
          `${line.id.slice(0, 8)}  ${line.state.padEnd(11)} ${(line.due ?? '').slice(0, 16).padEnd(16)} ${String(line.words).padStart(5)} w  ${line.slugline || line.headline}`,
        );
      return exitCodes.done;
    }),
};
