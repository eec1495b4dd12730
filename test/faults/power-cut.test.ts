import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { storyId } from '../../src/core/ids.js';
import { Library, realWorld } from '../../src/node/library/library.js';
import { acksIn, hasProgram, isRoot, killHard, startProgram, withFolder, type Ack } from './processes.js';

const world = realWorld('0.0.0-test');
const cycles = Number(process.env['COPYDESK_POWER_CYCLES'] ?? 8);
const controlCycles = 2;

/** EXT4_IOC_SHUTDOWN without flushing the log: what a power cut is to a file system. Node has no ioctl. */
const cutPower = `
import fcntl, os, struct, sys
fd = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(fd, 0x8004587d, struct.pack('I', 2))
`;

/** Whether this machine lets us mount a disk of our own. */
function canMount(): boolean {
  if (process.platform !== 'linux' || !isRoot || !['mkfs.ext4', 'mount', 'python3'].every(hasProgram)) return false;
  return spawnSync('losetup', ['-f']).status === 0;
}

interface Disk {
  readonly image: string;
  readonly mountPoint: string;
}

function makeDisk(folder: string): Disk {
  const disk = { image: join(folder, 'disk.img'), mountPoint: join(folder, 'disk') };
  mkdirSync(disk.mountPoint);
  execFileSync('truncate', ['-s', '96M', disk.image]);
  execFileSync('mkfs.ext4', ['-q', '-F', disk.image]);
  mount(disk);
  return disk;
}

const mount = ({ image, mountPoint }: Disk): void => {
  execFileSync('mount', ['-o', 'loop', image, mountPoint]);
};
const unmount = ({ mountPoint }: Disk): void => {
  execFileSync('umount', [mountPoint]);
};

/** Runs a save loop, cuts the power, starts the disk again; answers what had been acknowledged. */
async function cutDuring(command: string, root: string, disk: Disk, wait: number): Promise<ReadonlyMap<string, Ack>> {
  const { child, output } = await startProgram(command, root);
  await delay(wait);
  execFileSync('python3', ['-c', cutPower, disk.mountPoint]);
  await killHard(child);
  unmount(disk);
  mount(disk);
  return acksIn(output());
}

test.skipIf(!canMount())(
  'an acknowledged save survives a power cut; stock lowdb does not (F3)',
  { timeout: 900_000 },
  async () => {
    await withFolder(async (folder) => {
      const disk = makeDisk(folder);
      try {
        const root = join(disk.mountPoint, 'library');
        await Library.create(root, world);
        let acked = 0;
        const faults: string[] = [];
        for (let cycle = 0; cycle < cycles; cycle += 1) {
          const acks = await cutDuring('loop', root, disk, 300 + ((cycle * 397) % 2_000));
          acked += acks.size;
          const library = await Library.open(root, world, { mode: 'write' });
          for (const [id, ack] of acks) {
            const state = await library.stories.read(storyId.parse(id));
            const isLost =
              state.revision < ack.revision ||
              (state.revision === ack.revision && state.story.headline !== ack.headline);
            if (isLost) faults.push(`${id}: revision ${String(state.revision)} of ${String(ack.revision)}`);
          }
          await library.close();
        }
        console.log(`powercut fs=ext4 cycles=${String(cycles)} acked=${String(acked)} lost=${String(faults.length)}`);
        expect(faults).toEqual([]);
        expect(acked).toBeGreaterThan(0);

        let lostByStock = 0;
        for (let cycle = 0; cycle < controlCycles; cycle += 1) {
          const acks = await cutDuring('stock', disk.mountPoint, disk, 700);
          for (const [id, ack] of acks) if (stockRevision(disk, id) < ack.revision) lostByStock += 1;
        }
        console.log(`powercut control=lowdb cycles=${String(controlCycles)} lost=${String(lostByStock)}`);
        // A control that loses nothing would mean that this test sees nothing.
        expect(lostByStock).toBeGreaterThan(0);
      } finally {
        unmount(disk);
      }
    });
  },
);

/** What stock lowdb has on the disk of a story; -1 where there is nothing that reads. */
function stockRevision(disk: Disk, id: string): number {
  try {
    const value = JSON.parse(readFileSync(join(disk.mountPoint, 'stock', `${id}.json`), 'utf8')) as {
      revision: number;
    };
    return value.revision;
  } catch (error) {
    if (error instanceof Error) return -1;
    throw error;
  }
}
