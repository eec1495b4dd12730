import type { CallerInput, CallName, Output } from './calls.js';
import type { News, NewsName } from './news.js';
import type { Outcome } from './outcome.js';

/** All that the page can reach of the world: `window.copydesk`. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallerInput<N>): Promise<Outcome<Output<N>>>;
  /** Files that a person dropped: answers a token and never a path; null for what is no file of a disk. */
  takeFiles(files: readonly object[]): Promise<Output<'import.choose'>>;
  /** Subscribes; the answer unsubscribes. */
  on<N extends NewsName>(name: N, listener: (news: News<N>) => void): () => void;
  /** The page has mounted: news that waited is delivered now. */
  ready(): void;
  /** Everything is saved: the window may close (answer to `app.closing`). */
  readyToClose(): void;
}
