// `npm run check`: the fast checks, cheapest first.
import { setUp } from './setup.mjs';
import { runStages, fastStages } from './stages.mjs';

await setUp();
const { failed } = await runStages(fastStages);
process.exit(failed > 0 ? 1 : 0);
