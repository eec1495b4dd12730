// `npm run bench`: measures the app beside what it is compared with, and prints ratios of one run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, FigureBench } from './bench.js';
import { busy } from './busy.js';
import { absentRow, runContest, type ContestRow } from './contest.js';
import { docx } from './docx.js';
import { exporting } from './export.js';
import { importing } from './import.js';
import { commit, hasDisplay, machineLine, root } from './machine.js';
import { list } from './list.js';
import { memory } from './memory.js';
import { open } from './open.js';
import { related } from './related.js';
import { review } from './review.js';
import type { Row } from './row.js';
import { save } from './save.js';
import { search } from './search.js';
import { start } from './start.js';
import { figuresTable, timesTable } from './table.js';
import { typing } from './typing.js';
import { WorkFolder } from './work-folder.js';
import { wxr } from './wxr.js';

interface Entry {
  readonly bench: Bench;
  readonly needsWindow?: boolean;
}

/** Every bench of times, by its name. */
const benches: Readonly<Record<string, Entry>> = {
  start: { bench: start, needsWindow: true },
  typing: { bench: typing, needsWindow: true },
  open: { bench: open, needsWindow: true },
  list: { bench: list, needsWindow: true },
  save: { bench: save },
  search: { bench: search },
  import: { bench: importing },
  export: { bench: exporting },
  docx: { bench: docx },
};
/** Every bench that gives figures of another kind. */
const figureBenches: Readonly<Record<string, { readonly bench: FigureBench; readonly needsWindow?: boolean }>> = {
  memory: { bench: memory, needsWindow: true },
  busy: { bench: busy, needsWindow: true },
  wxr: { bench: wxr },
  review: { bench: review, needsWindow: true },
  related: { bench: related },
};
const allNames = [...Object.keys(benches), ...Object.keys(figureBenches)];
const output = join(root, 'test/bench/out');

const usage = `usage: npm run bench -- [${allNames.join('|')}…] [--rounds N] [--quick] [--folder DIR]`;

function options(): { names: readonly string[]; rounds: number; quick: boolean; folder: string | undefined } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, quick: { type: 'boolean' }, folder: { type: 'string' } },
  });
  const unknown = positionals.find((name) => !allNames.includes(name));
  const quick = values.quick === true;
  const rounds = Number(values.rounds ?? (quick ? 2 : 5));
  if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1) {
    process.stderr.write(`${unknown === undefined ? 'rounds are 1 or more' : `no bench "${unknown}"`}\n${usage}\n`);
    process.exit(2);
  }
  return { names: positionals.length > 0 ? positionals : allNames, rounds, quick, folder: values.folder };
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
    const other = figureBenches[name];
    if (other && (hasDisplay || !other.needsWindow)) {
      say(`${name}…`);
      figures.push(...(await other.bench({ quick, work })));
    }
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
  return [
    machineLine(loadAtStart),
    ...(times.length > 0 ? [about, timesTable(times)] : []),
    ...(figures.length > 0 ? [figuresTable(figures)] : []),
    ...absentFigures().map((name) => `${name}: absent, its sets or a display are not here`),
  ].join('\n\n');
}

/** Names of benches that were asked for and gave no figure. */
function absentFigures(): readonly string[] {
  return names.filter((name) => name in figureBenches && !figures.some(({ bench }) => bench.startsWith(name)));
}

function keep(): void {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'latest.md'), `${report()}\n`);
  const kept = { machine: machineLine(loadAtStart), rounds, quick, times, figures };
  writeFileSync(join(output, 'latest.json'), `${JSON.stringify(kept, null, 2)}\n`);
}
