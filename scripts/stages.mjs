// What `npm run check` and `npm test` run, in one table, with how each tells what passed.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run, root, say } from './setup/step.mjs';

const npx = (name, ...args) => ['npx', ['--no-install', name, ...args]];

/** A stage passes or fails as one test, unless `report` names a file with the counts of a test runner. */
const check = (name, [program, args], seconds = 300) => ({ name, program, args, seconds });
const vitestReport = join(tmpdir(), `copydesk-vitest-${process.pid}.json`);
const windowReport = join(tmpdir(), `copydesk-playwright-${process.pid}.json`);

export const fastStages = [
  check('types of core', npx('tsc', '-p', 'tsconfig.core.json')),
  check('types of node, shell and command line', npx('tsc', '-p', 'tsconfig.node.json')),
  check('types of the page', npx('tsc', '-p', 'tsconfig.page.json')),
  check('types of the window tests', npx('tsc', '-p', 'tsconfig.e2e.json')),
  check('svelte', npx('svelte-check', '--tsconfig', 'tsconfig.page.json', '--fail-on-warnings', '--output', 'human')),
  check('import fence', npx('depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long')),
  check('layout of files', npx('prettier', '--check', '--log-level', 'warn', '.')),
  check('lint', npx('eslint', '.', '--max-warnings', '0'), 1_500),
  check('unused code', npx('knip')),
];

export const testStages = [
  ...fastStages,
  { name: 'build', work: build },
  {
    ...check(
      'unit, property and fault tests',
      npx('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`),
      2_400,
    ),
    report: { path: vitestReport, read: vitestCounts },
  },
  {
    ...check(
      'window tests',
      ['xvfb-run', ['-a', '--server-args=-screen 0 1600x1100x24', 'npx', '--no-install', 'playwright', 'test']],
      2_400,
    ),
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: windowReport },
    report: { path: windowReport, read: playwrightCounts },
  },
];

function vitestCounts(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numFailedTestSuites - countFailedSuitesWithTests(report),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A suite with failed tests is counted by them; one that does not even load has none. */
function countFailedSuitesWithTests(report) {
  return report.testResults.length === 0
    ? report.numFailedTestSuites
    : report.numFailedTestSuites -
        report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
}

function playwrightCounts(report) {
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
  };
}

/** Runs all stages, each to its end; answers the counts. A stage that fails says its output, one that passes a line. */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of stages) {
    const started = Date.now();
    const counts = await runStage(stage);
    for (const key of Object.keys(total)) total[key] += counts[key];
    say(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${stage.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  return total;
}

async function runStage({ name, program, args, seconds, work, env, report }) {
  if (work) {
    try {
      await work();
      return { passed: 1, failed: 0, skipped: 0 };
    } catch (error) {
      say(String(error instanceof Error ? error.message : error));
      return { passed: 0, failed: 1, skipped: 0 };
    }
  }
  const show = report !== undefined;
  const { code, output } = await run(program, args, {
    seconds,
    cwd: root,
    show,
    env: { ...process.env, FORCE_COLOR: '0', ...env },
  });
  if (!show && code !== 0) process.stderr.write(`${output}\n`);
  if (!report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (!existsSync(report.path)) {
    say(`${name}: no report, exit code ${code}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = report.read(JSON.parse(readFileSync(report.path, 'utf8')));
  rmSync(report.path, { force: true });
  // An exit code that is not the tests' (a crash at the end) is a failure of its own.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
