import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storyId } from '../../src/core/ids.js';
import { finishInterrupted } from '../../src/node/desk/finish-interrupted.js';
import { Library, realWorld } from '../../src/node/library/library.js';
import { acksIn, copyFolder, hasProgram, runProgram, traceProgram, withFolder } from './processes.js';

const world = realWorld('0.0.0-test');
/** The calls by which a save changes the disk. */
const calls = ['write', 'pwrite64', 'fsync', 'rename', 'unlink', 'mkdir', 'rmdir'];
const canTrace = process.platform === 'linux' && hasProgram('strace');

/**
 * Which calls of the whole run are ours: those that name the library and come after `begin`. strace counts for each
 * thread apart, so the program has one thread for files.
 */
function pointsOf(command: string, root: string): readonly string[] {
  const { trace } = traceProgram(command, root, calls.join(','));
  const counts = new Map<string, number>();
  const points: string[] = [];
  let begun = false;
  for (const line of trace.split('\n')) {
    const [, thread = 'main', call] = /^(?:\[pid\s+(\d+)\] )?(\w+)\(/u.exec(line) ?? [];
    if (call === undefined) continue;
    const count = (counts.get(thread + call) ?? 0) + 1;
    counts.set(thread + call, count);
    if (call === 'write' && line.includes('write(1<')) begun = true;
    else if (begun && line.includes(root)) points.push(`${call}:signal=KILL:when=${String(count)}`);
  }
  return [...new Set(points)];
}

test.skipIf(!canTrace)(
  'a save that is killed at any system call leaves the old or the new story (F2)',
  { timeout: 900_000 },
  async () => {
    await withFolder(async (folder) => {
      const [good, root] = [join(folder, 'good'), join(folder, 'work')];
      runProgram('prepare', good);
      copyFolder(good, root);
      const points = pointsOf('save', root);
      const outcomes = { old: 0, new: 0 };
      for (const point of points) {
        copyFolder(good, root);
        const { output, signal } = traceProgram('save', root, calls.join(','), point);
        expect([point, signal]).toEqual([point, 'SIGKILL']);
        const library = await Library.open(root, world, { mode: 'write' });
        const id = storyId.parse(library.index.sql.get('SELECT id FROM stories ORDER BY id LIMIT 1')?.['id']);
        const { story, sha256 } = await library.stories.read(id);
        expect([point, /^Story \d$|^Saved$/u.test(story.headline)]).toEqual([point, true]);
        if (acksIn(output).has(id)) expect([point, story.headline]).toEqual([point, 'Saved']);
        expect([point, library.index.stateOf(id)?.sha256]).toEqual([point, sha256]);
        expect([point, await library.stories.removeLeftovers()]).toEqual([point, 0]);
        await library.close();
        outcomes[story.headline === 'Saved' ? 'new' : 'old'] += 1;
      }
      console.log(
        `crashpoints op=save points=${String(points.length)} old=${String(outcomes.old)} new=${String(outcomes.new)} mixed=0`,
      );
      expect(outcomes.old).toBeGreaterThan(5);
      expect(outcomes.new).toBeGreaterThan(5);
    });
  },
);

test.skipIf(!canTrace)(
  'a merge of tags that is killed at any flush or rename is carried to its end (F2)',
  { timeout: 900_000 },
  async () => {
    await withFolder(async (folder) => {
      const [good, root] = [join(folder, 'good'), join(folder, 'work')];
      runProgram('prepare', good);
      copyFolder(good, root);
      const points = pointsOf('merge', root).filter((point) => /^(?:fsync|rename|unlink)/u.test(point));
      for (const point of points) {
        copyFolder(good, root);
        const { signal } = traceProgram('merge', root, calls.join(','), point);
        expect([point, signal]).toEqual([point, 'SIGKILL']);
        const library = await Library.open(root, world, { mode: 'write' });
        await finishInterrupted(library);
        const names = library.taxonomy.value.tags.map(({ name }) => name);
        const begun = !names.includes('old');
        const tag = library.taxonomy.value.tags.find(({ name }) => name === (begun ? 'new' : 'old'));
        expect([point, library.index.marked('tag', tag?.id ?? '').length]).toEqual([point, 4]);
        expect([point, Object.keys(library.index.counters('tag')).length]).toEqual([point, 1]);
        await library.close();
      }
      console.log(`crashpoints op=merge points=${String(points.length)} mixed=0`);
      expect(points.length).toBeGreaterThan(10);
    });
  },
);

test.skipIf(!canTrace)(
  'a save is acknowledged after its file, its name and its folder are flushed, in that order (F11)',
  { timeout: 120_000 },
  async () => {
    await withFolder((folder) => {
      const root = join(folder, 'library');
      runProgram('prepare', root);
      const { trace } = traceProgram('save', root, 'write,fsync,rename');
      const lines = trace
        .split('\n')
        .map((line) => line.replace(/^\[pid\s+\d+\] /u, ''))
        .filter((line) => !line.includes('resumed>'));
      const acknowledged = lines.findLastIndex((line) => line.startsWith('write(1<'));
      const renames = lines.flatMap((line, at) =>
        line.startsWith('rename("') && /\/(?:stories|history)\//u.test(line) ? [at] : [],
      );
      // The state before goes to the history, then the story, then the new state to the history.
      expect(renames).toHaveLength(3);
      for (const at of renames) {
        const [, temporary = ''] = /rename\("([^"]+)"/u.exec(lines[at] ?? '') ?? [];
        const target = temporary.slice(0, temporary.lastIndexOf('/'));
        const flushed = lines.findIndex((line) => line.startsWith('fsync(') && line.includes(`<${temporary}>`));
        const folderFlushed = lines.findIndex(
          (line, place) => place > at && line.startsWith('fsync(') && line.includes(`<${target}>`),
        );
        expect(flushed).toBeGreaterThanOrEqual(0);
        expect(flushed).toBeLessThan(at);
        expect(folderFlushed).toBeGreaterThan(at);
        expect(acknowledged).toBeGreaterThan(folderFlushed);
      }
      return Promise.resolve();
    });
  },
);
