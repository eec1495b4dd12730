// `npm run bench`: measures the app beside what it is compared with, and prints ratios of one run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.js';
import { absentRow, runContest, type ContestRow } from './contest.js';
import { exporting } from './export.js';
import { importing } from './import.js';
import { commit, hasDisplay, machineLine, root } from './machine.js';
import { list } from './list.js';
import { open } from './open.js';
import { benchRelated } from './related.js';
import type { Row } from './row.js';
import { save } from './save.js';
import { search } from './search.js';
import { start } from './start.js';
import { figuresTable, timesTable } from './table.js';
import { typing } from './typing.js';
import { WorkFolder } from './work-folder.js';

interface Entry {
  readonly bench: Bench;
  readonly needsWindow?: boolean;
}

/** Every bench of times by its name; `related` gives figures of another kind. */
const benches: Readonly<Record<string, Entry>> = {
  start: { bench: start, needsWindow: true },
  typing: { bench: typing, needsWindow: true },
  open: { bench: open, needsWindow: true },
  list: { bench: list, needsWindow: true },
  save: { bench: save },
  search: { bench: search },
  import: { bench: importing },
  export: { bench: exporting },
};
const related = 'related';
const output = join(root, 'test/bench/out');

const usage = `usage: npm run bench -- [${[...Object.keys(benches), related].join('|')}…] [--rounds N] [--quick] [--folder DIR]`;

function options(): { names: readonly string[]; rounds: number; quick: boolean; folder: string | undefined } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, quick: { type: 'boolean' }, folder: { type: 'string' } },
  });
  const all = [...Object.keys(benches), related];
  const unknown = positionals.find((name) => !all.includes(name));
  const quick = values.quick === true;
  const rounds = Number(values.rounds ?? (quick ? 2 : 5));
  if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1) {
    process.stderr.write(`${unknown === undefined ? 'rounds are 1 or more' : `no bench "${unknown}"`}\n${usage}\n`);
    process.exit(2);
  }
  return { names: positionals.length > 0 ? positionals : all, rounds, quick, folder: values.folder };
}

const say = (text: string): void => void process.stderr.write(`[bench] ${text}\n`);

async function measure(name: string, { bench, needsWindow }: Entry, work: WorkFolder): Promise<readonly ContestRow[]> {
  if (needsWindow && !hasDisplay)
    return [
      absentRow({ bench: name, size: '' }, { name: 'copydesk', version: commit(), role: 'app', absent: 'no display' }),
    ];
  const rows: ContestRow[] = [];
  for await (const contest of bench({ quick, work })) {
    say(`${contest.bench}, ${contest.size}…`);
    rows.push(...(await runContest(contest, rounds)));
  }
  return rows;
}

const { names, rounds, quick, folder } = options();
const loadAtStart = loadavg();
const work = new WorkFolder(folder);
const times: ContestRow[] = [];
const figures: Row[] = [];
try {
  for (const name of names) {
    const entry = benches[name];
    if (entry) times.push(...(await measure(name, entry, work)));
    else figures.push(...(await benchRelated()));
    // After each, so that a run which is cut off leaves what it has.
    keep();
  }
} finally {
  work.remove();
}
process.stdout.write(`${report()}\n`);

function report(): string {
  const place = work.path.replace(/-[^-]*$/u, '');
  const about = `Files in ${place}; ${String(rounds)} rounds, medians; only ratios of one run compare.`;
  const quality = figures.length > 0 ? figuresTable(figures) : 'related: absent, its news sets are not here';
  return [
    machineLine(loadAtStart),
    ...(times.length > 0 ? [about, timesTable(times)] : []),
    ...(names.includes(related) ? [quality] : []),
  ].join('\n\n');
}

function keep(): void {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'latest.md'), `${report()}\n`);
  const kept = { machine: machineLine(loadAtStart), rounds, quick, times, figures };
  writeFileSync(join(output, 'latest.json'), `${JSON.stringify(kept, null, 2)}\n`);
}
