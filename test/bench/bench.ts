import type { Contest } from './contest.js';
import type { Row } from './row.js';
import type { WorkFolder } from './work-folder.js';

/** What a bench is given by the runner. */
export interface BenchOptions {
  /** Small sizes, to see that everything works. */
  readonly quick: boolean;
  readonly work: WorkFolder;
}

/** The contests of one bench, prepared one after another; what a contest holds is let go when the next is asked for. */
export type Bench = (options: BenchOptions) => AsyncIterable<Contest> | Iterable<Contest>;

/** A bench whose figures are no times of contestants: memory, quality, the longest of something. */
export type FigureBench = (options: BenchOptions) => Promise<readonly Row[]>;
