/** One program in a contest: the app, the limit that nothing can beat, or a peer. */
export interface Contestant {
  readonly name: string;
  readonly version: string;
  readonly role: Role;
  /** The times of one round in milliseconds, one or many. */
  readonly round: () => Promise<readonly number[]>;
}

/** One that cannot run here, and why: a row of the table, never a failure. */
export interface Absent {
  readonly name: string;
  readonly version: string;
  readonly role: Role;
  readonly absent: string;
}

export type Role = 'app' | 'limit' | 'peer';

/** Programs that do the same work on the same input, in turns within one run: only their ratios mean anything. */
export interface Contest {
  readonly bench: string;
  readonly size: string;
  readonly contestants: readonly (Contestant | Absent)[];
  /** Things done in one sample, where a rate says more than a time. */
  readonly items?: number;
  /** Fewer rounds than asked for, where one takes minutes. */
  readonly mostRounds?: number;
}

/** A line of the table. Times in ms; null = not measured. */
export interface ContestRow {
  readonly bench: string;
  readonly size: string;
  readonly contestant: string;
  readonly version: string;
  readonly p50: number | null;
  readonly p95: number | null;
  /** Things per second at p50. */
  readonly rate: number | null;
  readonly xLimit: number | null;
  readonly xBestPeer: number | null;
  /** Samples that counted. */
  readonly n: number;
  /** (largest − smallest) / median of the ratio over the rounds; above 0.35 the figure says little. */
  readonly spread: number | null;
  readonly absent: string | null;
}

interface Measured {
  readonly contestant: Contestant;
  /** One entry a round. */
  readonly medians: number[];
  readonly p95s: number[];
  samples: number;
}

/** Above this the machine was too busy to say. */
export const noisy = 0.35;

/** Runs every contestant once a round, another one first each time; the first round warms up and does not count. */
export async function runContest(contest: Contest, rounds: number): Promise<readonly ContestRow[]> {
  const present = contest.contestants.filter((contestant) => 'round' in contestant);
  const measured = present.map((contestant): Measured => ({ contestant, medians: [], p95s: [], samples: 0 }));
  const wanted = Math.min(rounds, contest.mostRounds ?? rounds);
  for (let round = 0; round <= wanted; round += 1) {
    for (let at = 0; at < measured.length; at += 1) {
      const one = measured[(at + round) % measured.length];
      if (!one) continue;
      const times = await one.contestant.round();
      if (round === 0) continue;
      one.medians.push(quantile(times, 0.5));
      one.p95s.push(quantile(times, 0.95));
      one.samples += times.length;
    }
  }
  return contest.contestants.map((contestant) => {
    const one = measured.find((each) => each.contestant === contestant);
    return one ? rowOf(contest, one, measured) : absentRow(contest, contestant);
  });
}

function rowOf(contest: Contest, one: Measured, all: readonly Measured[]): ContestRow {
  const { name, version, role } = one.contestant;
  const limit = all.find(({ contestant }) => contestant.role === 'limit');
  const peers = all.filter(({ contestant }) => contestant.role === 'peer');
  const toLimit =
    limit && role !== 'limit' ? one.medians.map((median, round) => median / (limit.medians[round] ?? NaN)) : [];
  const best = (round: number): number => Math.min(...peers.map(({ medians }) => medians[round] ?? NaN));
  const toPeer = role === 'app' && peers.length > 0 ? one.medians.map((median, round) => median / best(round)) : [];
  const compared = [toLimit, toPeer, one.medians].find((values) => values.length > 0) ?? [];
  const p50 = quantile(one.medians, 0.5);
  return {
    bench: contest.bench,
    size: contest.size,
    contestant: name,
    version,
    p50,
    // Of one sample a round there is no tail to speak of.
    p95: one.samples > one.medians.length ? quantile(one.p95s, 0.5) : null,
    rate: contest.items === undefined ? null : contest.items / (p50 / 1000),
    xLimit: toLimit.length > 0 ? quantile(toLimit, 0.5) : null,
    xBestPeer: toPeer.length > 0 ? quantile(toPeer, 0.5) : null,
    n: one.samples,
    spread: compared.length > 1 ? (Math.max(...compared) - Math.min(...compared)) / quantile(compared, 0.5) : null,
    absent: null,
  };
}

export function absentRow(contest: Pick<Contest, 'bench' | 'size'>, contestant: Contestant | Absent): ContestRow {
  const empty = { p50: null, p95: null, rate: null, xLimit: null, xBestPeer: null, n: 0, spread: null };
  const { name, version } = contestant;
  const absent = 'absent' in contestant ? contestant.absent : '';
  return { bench: contest.bench, size: contest.size, contestant: name, version, ...empty, absent };
}

/** By linear interpolation; NaN of nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** How long a piece of work takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
