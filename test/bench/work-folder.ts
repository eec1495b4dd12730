import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';

/**
 * Where contestants write. In memory where the system has such a folder: a shared disk's noise is larger than what is
 * measured. `folder` = another place, to measure a disk.
 */
export class WorkFolder {
  readonly path: string;
  #made = 0;

  constructor(folder?: string) {
    this.path = mkdtempSync(join(folder ?? (isUsable(inMemory) ? inMemory : tmpdir()), 'copydesk-bench-'));
  }

  /** A path in it that was not used before; nothing is made there. */
  fresh(name: string): string {
    this.#made += 1;
    return join(this.path, `${String(this.#made)}-${name}`);
  }

  remove(path = this.path): void {
    rmSync(path, { recursive: true, force: true });
  }
}

function isUsable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    // Not on this system: the disk it is.
    return false;
  }
}
