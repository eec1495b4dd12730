import { resolve } from 'node:path';
import { isBlocking } from '../../core/check/gate.js';
import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import { moveBetween, openMoves, storyStates, type MoveName, type StoryState } from '../../core/story/states.js';
import { CheckDesk } from '../../node/desk/check-desk.js';
import { findStory } from '../../node/desk/find-story.js';
import { StoryDesk } from '../../node/desk/story-desk.js';
import type { Library } from '../../node/library/library.js';
import { argument, textOption, UsageError, type Command } from '../command.js';
import { exitCodes, type Output } from '../output.js';
import { withLibrary } from '../session.js';

const isState = (name: string): name is StoryState => (storyStates as readonly string[]).includes(name);

async function moveOne(library: Library, id: StoryId, move: MoveName, note: string, output: Output): Promise<void> {
  const { story } = await new StoryDesk(library).move({ id, move, note, person: null });
  const { state, edition } = story;
  output.row(
    { id, state, ...(edition > 0 ? { edition } : {}) },
    `${id.slice(0, 8)}  ${state}${edition > 0 ? ` (edition ${String(edition)})` : ''}`,
  );
}

export const move: Command = {
  usage: 'move <library> <id> <state>',
  about: 'make one move of the desk',
  options: [{ flags: '--note <text>', about: 'why: needed to send back, unpublish, kill and recall' }],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const to = argument(args, 2);
      if (!isState(to)) throw new UsageError(`"${to}" is no state; states are ${storyStates.join(', ')}`);
      const id = findStory(library, argument(args, 1));
      const { state } = (await library.stories.read(id)).story;
      const rules = library.settings.value;
      const found = moveBetween(state, to, rules);
      if (!found)
        throw new NewsroomError('workflow.not-allowed', {
          from: state,
          to,
          allowed: openMoves(state, rules).join(', ') || 'nothing',
        });
      await moveOne(library, id, found, textOption(options, 'note') ?? '', output);
      return exitCodes.done;
    }),
};

export const publish: Command = {
  usage: 'publish <library> <ids...>',
  about: 'freeze an edition of each story and say that it is out',
  options: [],
  run: (args, _options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      let refused = 0;
      const names = args.slice(1);
      for (const name of names) {
        try {
          await moveOne(library, findStory(library, name), 'publish', '', output);
        } catch (error) {
          if (!(error instanceof NewsroomError)) throw error;
          refused += 1;
          output.row(
            { id: name, outcome: 'refused', error: { code: error.code, message: error.userMessage } },
            `${name}  ${error.userMessage}`,
          );
        }
      }
      if (refused === 0) return exitCodes.done;
      return refused === names.length ? exitCodes.refused : exitCodes.findings;
    }),
};

export const kill: Command = {
  usage: 'kill <library> <id>',
  about: 'withdraw a published story, with a notice to the receivers',
  options: [{ flags: '--notice <text>', about: 'what the receivers are told' }],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      await moveOne(
        library,
        findStory(library, argument(args, 1)),
        'kill',
        textOption(options, 'notice') ?? '',
        output,
      );
      return exitCodes.done;
    }),
};

export const check: Command = {
  usage: 'check <library> [ids...]',
  about: 'findings of the desk’s rules: fields, TK, links, style',
  options: [],
  run: (args, _options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const named = args.slice(1);
      const every = "SELECT id FROM stories WHERE state <> 'spiked' ORDER BY n";
      const names = named.length > 0 ? named : library.index.sql.all(every).map((row) => String(row['id']));
      let findings = 0;
      const checks = new CheckDesk(library);
      for (const name of names) {
        const id = findStory(library, name);
        for (const finding of await checks.saved(id)) {
          const { rule, severity, where, message, fix, weight, isWaived } = finding;
          findings += 1;
          const row = {
            id,
            finding: finding.id,
            rule,
            severity,
            where,
            message,
            ...(fix === undefined ? {} : { fix }),
          };
          const gate = isBlocking(finding) ? 'holds' : isWaived ? 'waived' : '';
          output.row(
            { ...row, gate: weight, waived: isWaived },
            `${id.slice(0, 8)}  ${severity.padEnd(7)} ${gate.padEnd(6)} ${where.padEnd(12)} ${message}`,
          );
        }
      }
      return findings > 0 ? exitCodes.findings : exitCodes.done;
    }),
};
