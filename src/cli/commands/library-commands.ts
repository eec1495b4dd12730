import { resolve } from 'node:path';
import { defaultSettings } from '../../core/publication/settings.js';
import { fillWithSample } from '../../node/desk/sample-newsroom.js';
import { backUp, restore } from '../../node/library/backup.js';
import { Layout } from '../../node/library/layout.js';
import { Library } from '../../node/library/library.js';
import { verifyLibrary } from '../../node/library/verify.js';
import { argument, textOption, type Command } from '../command.js';
import { exitCodes } from '../output.js';
import { withLibrary, world } from '../session.js';

export const init: Command = {
  usage: 'init <library>',
  about: 'make a library folder',
  options: [
    { flags: '--sample', about: 'fill it with the sample newsroom' },
    { flags: '--name <name>', about: "the publication's name" },
  ],
  run: async (args, options, output) => {
    const root = resolve(argument(args, 0));
    const id = await Library.create(root, world, { name: textOption(options, 'name') ?? defaultSettings.name });
    const stories =
      options['sample'] === true
        ? await withLibrary(root, 'write', output, (library) => fillWithSample(library, null))
        : 0;
    output.row({ library: root, id, stories }, `made ${root} with ${String(stories)} stories`);
    return exitCodes.done;
  },
};

export const verify: Command = {
  usage: 'verify <library>',
  about: 'read everything and say what is not as it was written',
  options: [],
  run: (args, _options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const found = verifyLibrary(library);
      for (;;) {
        const next = await found.next();
        if (next.done) {
          const { stories, versions, media, findings } = next.value;
          output.row(
            next.value,
            `${String(stories)} stories, ${String(versions)} versions, ${String(media)} pictures: ${String(findings)} findings`,
          );
          return findings > 0 ? exitCodes.findings : exitCodes.done;
        }
        output.row(next.value, `${next.value.kind}  ${next.value.path}  ${next.value.detail}`);
      }
    }),
};

export const backup: Command = {
  usage: 'backup <library>',
  about: 'write one zip of the library and read it back',
  options: [{ flags: '--out <file>', about: 'the zip to write' }],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const path = resolve(textOption(options, 'out') ?? `copydesk-${world.now().toISOString().slice(0, 10)}.zip`);
      const { files, sha256 } = await backUp(library.layout, path, world.now());
      output.row({ path, files, sha256 }, `${path}: ${String(files)} files, read back and whole`);
      return exitCodes.done;
    }),
};

export const restoreBackup: Command = {
  usage: 'restore <file> <library>',
  about: 'make a library from a backup, in an empty or new folder',
  options: [],
  run: async (args, _options, output) => {
    const root = resolve(argument(args, 1));
    const files = await restore(resolve(argument(args, 0)), new Layout(root).root);
    const stories = await withLibrary(root, 'write', output, (library) => Promise.resolve(library.index.size()));
    output.row({ library: root, files, stories }, `${root}: ${String(stories)} stories from ${String(files)} files`);
    return exitCodes.done;
  },
};
