import { readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { errnoOf, isMissing } from '../files/errno.js';

const ownerSchema = z.object({
  pid: z.int(),
  host: z.string(),
  /** Changes with every start of the machine: a pid of before means nothing. */
  bootId: z.string(),
  /** When the process started, in the system's own ticks: a pid may have been given again. */
  startTime: z.string(),
  nonce: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

const heartbeatMs = 5_000;
/** How long a lock of another machine is watched for a sign of life before it counts as left behind. */
const watchMs = 35_000;
/** A lock folder whose owner was not written yet: the other process is between two calls. */
const ownerGraceMs = 2_000;
/** How long a process of ours may take to end after the one that started it is gone. */
const endingMs = 3_000;

export type LockOutcome =
  | { readonly lock: LibraryLock }
  /** Somebody holds it; `owner` is a text for a person. */
  | { readonly heldBy: string };

/**
 * The library's own lock, beside the application's: a folder, since making one is atomic everywhere. The holder says
 * who it is; a dead holder on this machine is recognised at once (pid, its start time, the boot), one on another machine
 * by watching its heartbeat. Clocks are never compared.
 */
export class LibraryLock {
  readonly #folder: string;
  readonly #owner: Owner;
  readonly #timer: NodeJS.Timeout;

  private constructor(folder: string, owner: Owner) {
    this.#folder = folder;
    this.#owner = owner;
    this.#timer = setInterval(() => void this.#beat(), heartbeatMs);
    this.#timer.unref();
  }

  /** @param watch milliseconds to watch a lock of another machine; 0 = do not wait, it counts as held */
  static async acquire(folder: string, nonce: string, watch = watchMs): Promise<LockOutcome> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        await fs.mkdir(folder, { mode: 0o700 });
        const owner = { ...thisProcess(), nonce };
        await fs.writeFile(join(folder, 'owner.json'), JSON.stringify(owner), { mode: 0o600 });
        return { lock: new LibraryLock(folder, owner) };
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error;
      }
      const holder = await aliveHolder(folder, watch);
      if (holder !== undefined) return { heldBy: holder };
      await setAside(folder, nonce);
    }
    return { heldBy: 'another process that starts at the same moment' };
  }

  /**
   * As `acquire`, and waits for a holder that may be ending: after a crash of the window its library process lives on for
   * a moment, and the next start shall not be for reading only.
   */
  static async acquireSoon(folder: string, nonce: string): Promise<LockOutcome> {
    const until = performance.now() + endingMs;
    for (;;) {
      const outcome = await LibraryLock.acquire(folder, nonce);
      if ('lock' in outcome || performance.now() > until) return outcome;
      await delay(100);
    }
  }

  /** Whether it is still ours: another process may have taken it while this machine slept. */
  async isHeld(): Promise<boolean> {
    const owner = await readOwner(this.#folder);
    return owner?.nonce === this.#owner.nonce;
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    if (await this.isHeld()) await fs.rm(this.#folder, { recursive: true, force: true });
  }

  async #beat(): Promise<void> {
    const now = new Date();
    try {
      await fs.utimes(join(this.#folder, 'owner.json'), now, now);
    } catch (error) {
      // Taken or removed by somebody else: `isHeld` tells at the next write.
      if (!isMissing(error)) throw error;
    }
  }
}

/** A text for a person about the living holder, or undefined where the lock was left behind. */
async function aliveHolder(folder: string, watch: number): Promise<string | undefined> {
  const owner = (await readOwner(folder)) ?? (await delay(ownerGraceMs), await readOwner(folder));
  if (!owner) return undefined;
  const here = thisProcess();
  if (owner.host === here.host) {
    const alive = owner.bootId === here.bootId && startTimeOf(owner.pid) === owner.startTime;
    return alive ? `process ${String(owner.pid)} on this machine` : undefined;
  }
  const name = `the machine "${owner.host}"`;
  if (watch === 0) return name;
  const before = await heartbeatOf(folder);
  await delay(watch);
  return (await heartbeatOf(folder)) === before ? undefined : name;
}

/** Renamed before it is removed: of two newcomers only one succeeds. */
async function setAside(folder: string, nonce: string): Promise<void> {
  const stale = `${folder}.stale-${nonce}`;
  try {
    await fs.rename(folder, stale);
    await fs.rm(stale, { recursive: true, force: true });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function readOwner(folder: string): Promise<Owner | undefined> {
  try {
    const parsed = ownerSchema.safeParse(JSON.parse(await fs.readFile(join(folder, 'owner.json'), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function heartbeatOf(folder: string): Promise<number> {
  return (await fs.stat(join(folder, 'owner.json'))).mtimeMs;
}

function thisProcess(): Omit<Owner, 'nonce'> {
  return { pid: process.pid, host: hostname(), bootId: bootId(), startTime: startTimeOf(process.pid) ?? '' };
}

function bootId(): string {
  return readSystemFile('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

/** Ticks since the boot at which a process started; undefined = no such process. Without /proc: whether it lives. */
function startTimeOf(pid: number): string | undefined {
  const stat = readSystemFile(`/proc/${String(pid)}/stat`);
  // "pid (name with blanks) state ppid …": the 22nd field is the start time. A process that only waits to be taken off
  // the list (Z, X) writes nothing any more.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  if (stat !== undefined) return fields[19];
  if (process.platform === 'linux') return undefined;
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return errnoOf(error) === 'EPERM' ? '' : undefined;
  }
}

function readSystemFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error) || errnoOf(error) === 'ESRCH') return undefined;
    throw error;
  }
}
