/**
 * One writer at a time for each key. Each caller gets the result of its own task, unlike lowdb's stock adapter, whose
 * first write does not answer while others are queued and rejects when a later one fails.
 */
export class WriteQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs `task` after every task that was queued before under the same key. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    // A task does not inherit the trouble of the one before it: that one's caller was told.
    const mine = before.then(task, task);
    this.#tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    }
  }

  /** Answers when nothing is queued any more; failures were told to their callers. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled(this.#tails.values());
  }
}
