import type { ExitCode, Output } from './output.js';

/** An option of a command: `flags` as commander reads them, e.g. `--limit <n>`. */
export interface OptionEntry {
  readonly flags: string;
  readonly about: string;
}

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** One command of the contract (`docs/guide/command-line.md`). */
export interface Command {
  /** Name and arguments as commander reads them: `import <library> <files...>`. */
  readonly usage: string;
  readonly about: string;
  readonly options: readonly OptionEntry[];
  readonly run: (args: readonly string[], options: Options, output: Output) => Promise<ExitCode>;
}

/** A text option; undefined where it was not given. */
export const textOption = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** Wrong usage: exit 2, with what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A whole number of at least 1. @throws UsageError */
export function countOption(options: Options, name: string, fallback: number): number {
  const value = textOption(options, name);
  if (value === undefined) return fallback;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`--${name} must be a whole number of at least 1, got "${value}"`);
  return count;
}

/** The argument at a place; commander has made sure that required ones are there. */
export const argument = (args: readonly string[], at: number): string => args[at] ?? '';
