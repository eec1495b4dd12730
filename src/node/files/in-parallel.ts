/** Runs a task for each item, at most `width` at a time; the first failure stops what has not begun. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  task: (item: T, at: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const workers = Array.from({ length: Math.min(width, items.length) }, async () => {
    for (const [at, item] of queue) await task(item, at);
  });
  await Promise.all(workers);
}
