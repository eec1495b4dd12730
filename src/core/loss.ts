import { z } from 'zod';

/** One kind of thing that an import, a paste or an export could not carry, said plainly (decision 18). */
export const lossSchema = z.object({
  /** Short and stable, `remoteImage`, `script`, `colour`: what the tables and tests name. */
  what: z.string(),
  count: z.int().min(1),
  /** A sentence for people. */
  detail: z.string(),
  /** Where it stood, if that can be said: a line, a block, a file. */
  where: z.string().optional(),
});
export type Loss = Readonly<z.infer<typeof lossSchema>>;

/** Collects losses and counts those of one kind together. */
export class LossList {
  readonly #losses = new Map<string, Loss>();

  add(what: string, detail: string, count = 1): void {
    const known = this.#losses.get(what);
    this.#losses.set(what, known ? { ...known, count: known.count + count } : { what, count, detail });
  }

  /** Those that a part of the work reported. */
  addAll(losses: readonly Loss[]): void {
    for (const { what, detail, count } of losses) this.add(what, detail, count);
  }

  get list(): readonly Loss[] {
    return [...this.#losses.values()];
  }
}
