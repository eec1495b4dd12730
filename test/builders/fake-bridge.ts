import type { Bridge } from '../../src/core/contract/bridge.js';
import type { CallName, Input, Output } from '../../src/core/contract/calls.js';
import type { News, NewsName } from '../../src/core/contract/news.js';
import { failure, type Outcome } from '../../src/core/contract/outcome.js';
import { NewsroomError } from '../../src/core/errors.js';
import type { StoryId } from '../../src/core/ids.js';
import type { Story } from '../../src/core/story/story.js';
import { FakeDesk, type FakeOptions, type Handlers } from './fake-desk.js';
import { libraryCalls } from './fake-library-calls.js';
import { listCalls } from './fake-list-calls.js';
import { mediaCalls } from './fake-media-calls.js';
import { relatedCalls } from './fake-related-calls.js';
import { storyCalls } from './fake-story-calls.js';

/** A newsroom in memory behind the page's own contract: what tests and looks use in place of the shell. */
export class FakeBridge implements Bridge {
  /** Every call in order, for a test to look at. */
  readonly asked: { name: CallName; input: unknown }[] = [];
  /** Answers that a test puts in place of the next ones, by call. */
  readonly failing = new Map<CallName, Outcome<never>>();
  isReadyToClose = false;
  readonly #desk: FakeDesk;
  readonly #handlers: Handlers;
  #listeners = new Map<NewsName, Set<(news: never) => void>>();

  constructor(options: FakeOptions = {}) {
    this.#desk = new FakeDesk(options);
    this.#handlers = {
      ...storyCalls(this.#desk),
      ...relatedCalls(this.#desk),
      ...libraryCalls(this.#desk),
      ...listCalls(this.#desk),
      ...mediaCalls(),
    };
  }

  get stories(): Map<StoryId, Story> {
    return this.#desk.stories;
  }

  get revision(): number {
    return this.#desk.revision;
  }
  set revision(revision: number) {
    this.#desk.revision = revision;
  }

  call<N extends CallName>(name: N, input: unknown): Promise<Outcome<Output<N>>> {
    this.asked.push({ name, input });
    const failed = this.failing.get(name);
    if (failed) return Promise.resolve(failed);
    try {
      return Promise.resolve({ ok: true, value: this.#handlers[name](input as Input<N>) });
    } catch (error) {
      if (error instanceof NewsroomError) return Promise.resolve(failure(error));
      throw error;
    }
  }

  takeFiles(files: readonly object[]): Promise<Output<'import.choose'>> {
    return Promise.resolve({ token: 'path-00000000-0000-4000-8000-000000000004', count: files.length });
  }

  on<N extends NewsName>(name: N, listener: (news: News<N>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Tells the page something, as the shell would. */
  tell<N extends NewsName>(name: N, news: News<N>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(news as never);
  }

  ready(): void {
    /* Nothing waits in a fake. */
  }

  readyToClose(): void {
    this.isReadyToClose = true;
  }

  names(name: CallName): unknown[] {
    return this.asked.filter((call) => call.name === name).map((call) => call.input);
  }
}
