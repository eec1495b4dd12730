import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import {
  calls,
  type CallName,
  type Input,
  type LibraryCallName,
  type Output,
  type ShellCallName,
} from '../core/contract/calls.js';
import { failure, type Outcome } from '../core/contract/outcome.js';
import { NewsroomError } from '../core/errors.js';
import { pictureLimits } from '../core/media/picture-limits.js';
import type { LibraryClient } from './library-client.js';

/** What the shell answers itself: one for each call of the table, so that a missing one does not compile. */
export type ShellHandlers = { readonly [N in ShellCallName]: (input: Input<N>) => Promise<Output<N>> };

export interface CallServer {
  readonly shell: ShellHandlers;
  readonly library: LibraryClient;
  /** Whether a message comes from our own top frame. */
  readonly isOurs: (event: IpcMainInvokeEvent) => boolean;
  readonly onBug: (error: unknown, call: string) => void;
}

/** The one channel between page and shell: who asks, what is asked, then run, then an outcome; never a throw. */
export function serveCalls(server: CallServer): void {
  ipcMain.handle('copydesk:call', async (event, name: unknown, input: unknown): Promise<Outcome<unknown>> => {
    if (!server.isOurs(event)) return refused('not from the window');
    if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return refused('unknown call');
    // Known by the line above.
    const known = name as CallName;
    const parsed = calls[known].input.safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refused(`${known}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
    }
    if (isTooLarge(parsed.data))
      return failure(new NewsroomError('input.too-large', { detail: 'the picture is larger than 100 MB' }));
    try {
      return await run(server, known, parsed.data);
    } catch (error) {
      if (error instanceof NewsroomError) return failure(error);
      server.onBug(error, known);
      return refused('an internal error, which is in the log');
    }
  });
}

async function run(server: CallServer, name: CallName, input: unknown): Promise<Outcome<unknown>> {
  if (calls[name].by === 'library')
    return server.library.call(name as LibraryCallName, input as Input<LibraryCallName>);
  const handler = server.shell[name as ShellCallName] as (input: unknown) => Promise<unknown>;
  return { ok: true, value: await handler(input) };
}

const refused = (detail: string): Outcome<never> => failure(new NewsroomError('call.refused', { detail }));

function isTooLarge(input: unknown): boolean {
  const bytes = typeof input === 'object' && input !== null && 'bytes' in input ? input.bytes : undefined;
  return bytes instanceof Uint8Array && bytes.length > pictureLimits.taken.bytes;
}
