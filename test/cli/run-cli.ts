import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const built = join(import.meta.dirname, '../../out/main/cli.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The objects of `--json`, one a line. */
  readonly rows: readonly Record<string, unknown>[];
}

/** Runs the built command line as a script would; rows are read where every line is JSON. */
export function copydesk(
  args: readonly string[],
  { input, env }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
    env: { ...process.env, ...env },
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  const rows = args.includes('--json') ? lines.map((line) => JSON.parse(line) as Record<string, unknown>) : [];
  return { code: status, stdout, stderr, rows };
}
