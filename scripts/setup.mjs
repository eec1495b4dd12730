// Makes a fresh clone ready to run. Idempotent; with nothing to do it takes a few milliseconds. Called by every
// command, so nobody has to remember it.
import { installElectron } from './setup/electron.mjs';
import { installPackages } from './setup/packages.mjs';
import { say, SetupError } from './setup/step.mjs';
import { installSystemLibraries } from './setup/system.mjs';

const oldest = [20, 19];

function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new SetupError(`Node ${oldest.join('.')} or newer is needed, this is ${process.versions.node}`, {
    exitCode: 2,
  });
}

/**
 * @param {{ window?: boolean, tests?: boolean }} needs `window`: the Electron runtime and its libraries; `tests`: what
 * fault and conformance tests use besides.
 */
export async function setUp({ window = false, tests = false } = {}) {
  try {
    assertNode();
    await installPackages();
    if (window) {
      await installSystemLibraries({ tests });
      await installElectron();
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exit(error.exitCode);
  }
}

if (process.argv[1] === import.meta.filename) await setUp({ window: true, tests: process.argv.includes('--tests') });
