import { resolve } from 'node:path';
import { findStory } from '../../node/desk/find-story.js';
import { SharedFolder } from '../../node/folder/shared-folder.js';
import { argument, textOption, UsageError, type Command } from '../command.js';
import { exitCodes, type ExitCode, type Output } from '../output.js';
import { withLibrary } from '../session.js';

/** The folder that several desks share; each act in the words of the window. */
export const folder: Command = {
  usage: 'folder <act> <library> <folder> [names...]',
  about: 'a folder that desks share: list, place STORIES, take FILES, claim FILES, release FILES',
  options: [
    { flags: '--to <person>', about: 'place: for whom' },
    { flags: '--note <text>', about: 'place: what the other desk should know' },
  ],
  run: (args, options, output) => {
    const [act, library, path, names] = [
      argument(args, 0),
      resolve(argument(args, 1)),
      resolve(argument(args, 2)),
      args.slice(3),
    ];
    if (act === 'list')
      return withLibrary(library, 'read', output, (open) => list(new SharedFolder(open, path), output));
    if (!isAct(act)) throw new UsageError('folder list|place|take|claim|release LIB FOLDER [NAMES]');
    if (names.length === 0)
      throw new UsageError(act === 'place' ? 'name the stories' : 'name the files, as "folder list" shows them');
    return withLibrary(library, 'write', output, async (open) => {
      const shared = new SharedFolder(open, path);
      let conflicts = 0;
      for (const name of names) {
        if (act === 'place') {
          const about = { to: textOption(options, 'to') ?? '', note: textOption(options, 'note') ?? '', person: null };
          const { id, fileName, sha256 } = await shared.place(findStory(open, name), about);
          output.row({ id, name: fileName, sha256 }, `${id.slice(0, 8)}  ${fileName}`);
        } else if (act === 'take') {
          const taken = await shared.take(name, null);
          conflicts += taken.conflicts.length;
          const { id, outcome, merged } = taken;
          output.row(
            { name, id, outcome, merged, conflicts: taken.conflicts.length },
            `${id.slice(0, 8)}  ${outcome}  ${String(taken.conflicts.length)} to decide  ${name}`,
          );
        } else {
          if (act === 'claim') await shared.claim(name, null);
          else await shared.release(name);
          output.row({ name, done: act }, `${act}  ${name}`);
        }
      }
      return conflicts > 0 ? exitCodes.findings : exitCodes.done;
    });
  },
};

const acts = ['place', 'take', 'claim', 'release'] as const;
const isAct = (name: string): name is (typeof acts)[number] => (acts as readonly string[]).includes(name);

async function list(shared: SharedFolder, output: Output): Promise<ExitCode> {
  const { rows, more } = await shared.list();
  for (const { name, standing, file, id, claim } of rows)
    output.row(
      {
        name,
        standing,
        id,
        guid: file?.guid ?? null,
        headline: file?.headline ?? '',
        from: file?.from ?? '',
        to: file?.to ?? '',
        claim: claim && { person: claim.person, at: claim.at, own: claim.isOwn },
      },
      `${standing.padEnd(8)} ${name}  ${file?.headline ?? ''}${claim ? `  (${claim.isOwn ? 'yours' : claim.person || 'claimed'})` : ''}`,
    );
  return more > 0 ? exitCodes.findings : exitCodes.done;
}
