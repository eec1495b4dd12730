import { Library, realWorld, type OpenOptions } from '../node/library/library.js';
import { finishInterrupted } from '../node/desk/finish-interrupted.js';
import type { Output } from './output.js';

/** Set when a person pressed Ctrl-C: what is running ends at its next safe point. */
export const interrupted = { value: false };

export const world = realWorld(__APP_VERSION__);

/** Opens a library for a command and closes it whatever happens. Reading works beside an open window. */
export async function withLibrary<T>(
  root: string,
  mode: OpenOptions['mode'],
  output: Output,
  work: (library: Library) => Promise<T>,
): Promise<T> {
  const library = await Library.open(root, world, {
    mode,
    onSync: ({ done, total }) => {
      output.progress('reading the library', done, total);
    },
  });
  try {
    if (library.readOnly === null) await finishInterrupted(library);
    return await work(library);
  } finally {
    await library.close();
  }
}
