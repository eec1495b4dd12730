import type { Bridge } from '../../core/contract/bridge.js';
import type { News } from '../../core/contract/news.js';

type Progress = News<'job.progress'>;

/** Long work that the library process does; each job is named by the page that asked for it. */
export class Jobs {
  running = $state.raw<Readonly<Record<string, Progress & { readonly startedAt: number }>>>({});
  #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** News of a job. The first one starts its clock. */
  report(progress: Progress): void {
    const startedAt = this.running[progress.jobId]?.startedAt ?? Date.now();
    this.running = { ...this.running, [progress.jobId]: { ...progress, startedAt } };
  }

  /** Seconds that are left at the rate so far; null while nothing can be said. */
  secondsLeft(jobId: string, now: number): number | null {
    const job = this.running[jobId];
    if (!job || job.total === null || job.done === 0 || job.done >= job.total) return null;
    return Math.ceil((((now - job.startedAt) / job.done) * (job.total - job.done)) / 1_000);
  }

  end(jobId: string): void {
    this.running = Object.fromEntries(Object.entries(this.running).filter(([id]) => id !== jobId));
  }

  async cancel(jobId: string): Promise<void> {
    await this.#bridge.call('job.cancel', { jobId });
  }
}
