import { join } from 'node:path';
import { build } from 'vite';

/** Where the built program lies; made once for all fault tests, before they start. */
export const programPath = join(import.meta.dirname, '../../out/faults/program.js');

/** Bundles the program, since the faults are done to plain Node processes. */
export default async function buildProgram(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['node-sqlite3-wasm'] },
    build: {
      ssr: join(import.meta.dirname, 'program.ts'),
      outDir: join(programPath, '..'),
      target: 'node20',
      minify: false,
    },
  });
}
