/** Exit codes of the contract: done, done with findings, wrong usage, refused or failed with nothing lost. */
export const exitCodes = { done: 0, findings: 1, usage: 2, refused: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface OutputOptions {
  /** JSON Lines, no other text on stdout. */
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Results go to stdout, progress and advice to stderr. */
export class Output {
  readonly #options: OutputOptions;
  #lastProgress = 0;

  constructor(options: OutputOptions) {
    this.#options = options;
  }

  /** One result: an object for `--json`, `text` for people. */
  row(value: object, text: string): void {
    process.stdout.write(`${this.#options.json ? JSON.stringify(value) : text}\n`);
  }

  /** For people only. */
  text(text: string): void {
    if (!this.#options.json) process.stdout.write(`${text}\n`);
  }

  advice(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** A bar on a terminal, a line a second otherwise, nothing with --quiet. */
  progress(label: string, done: number, total: number | null): void {
    if (this.#options.quiet) return;
    const now = Date.now();
    const isTerminal = process.stderr.isTTY;
    if (done !== total && now - this.#lastProgress < (isTerminal ? 100 : 1_000)) return;
    this.#lastProgress = now;
    const of = total === null ? '' : ` of ${String(total)}`;
    process.stderr.write(
      isTerminal ? `\r${label} ${bar(done, total)} ${String(done)}${of}   ` : `${label} ${String(done)}${of}\n`,
    );
    if (isTerminal && done === total) process.stderr.write('\n');
  }
}

function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return '';
  const filled = Math.round((20 * done) / total);
  return `[${'#'.repeat(filled)}${'.'.repeat(20 - filled)}]`;
}
