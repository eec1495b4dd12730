import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storyId } from '../../src/core/ids.js';
import { Library, realWorld } from '../../src/node/library/library.js';
import { acksIn, killHard, startProgram, withFolder } from './processes.js';

const world = realWorld('0.0.0-test');
const cycles = Number(process.env['COPYDESK_KILL_CYCLES'] ?? 40);

test('an acknowledged save survives a kill at any moment (F1)', { timeout: 600_000 }, async () => {
  await withFolder(async (folder) => {
    const root = join(folder, 'library');
    await Library.create(root, world);
    let acked = 0;
    const faults: string[] = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const { child, output } = await startProgram('loop', root);
      await delay((cycle * 37) % 150);
      await killHard(child);
      const acks = acksIn(output());
      acked += acks.size;
      const library = await Library.open(root, world, { mode: 'write' });
      for (const [id, ack] of acks) {
        const state = await library.stories.read(storyId.parse(id));
        if (state.revision < ack.revision)
          faults.push(`${id}: revision ${String(state.revision)} of ${String(ack.revision)}`);
        if (state.revision === ack.revision && state.story.headline !== ack.headline)
          faults.push(`${id}: another text`);
        if (library.index.stateOf(id)?.sha256 !== state.sha256) faults.push(`${id}: the list shows another state`);
      }
      await library.close();
    }
    console.log(`kill9 cycles=${String(cycles)} acked=${String(acked)} lost=${String(faults.length)} broken=0`);
    expect(faults).toEqual([]);
    expect(acked).toBeGreaterThan(cycles * 10);
  });
});
