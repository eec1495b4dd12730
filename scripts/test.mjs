// `npm test`: sets everything up and runs every check; the last line says how many passed.
import { setUp } from './setup.mjs';
import { runStages, testStages } from './stages.mjs';

await setUp({ window: true, tests: true });
const { passed, failed, skipped } = await runStages(testStages);
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed > 0 ? 1 : 0);
