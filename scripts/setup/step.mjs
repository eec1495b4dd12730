// What every set-up step shares: a line on stderr for a person, a child process with a time limit, a clear end.
// Plain Node, no packages: these files run before anything is installed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Progress goes to stderr: stdout belongs to the result of the command that a person called. */
export function say(text) {
  process.stderr.write(`[setup] ${text}\n`);
}

/** Set-up cannot go on: what happened and the exact command that a person must run. */
export class SetupError extends Error {
  constructor(message, { command, exitCode = 3 } = {}) {
    super(command ? `${message}\n        Run this, then try again:  ${command}` : message);
    this.name = 'SetupError';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a program to its end. Answers { code, output } (stdout and stderr together); never hangs: after `seconds` it is
 * ended and the code is null. `show` passes its output on to stderr as it comes.
 */
export function run(program, args, { seconds, cwd = root, env = process.env, show = false }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    let late = false;
    const keep = (data) => {
      output += data;
      if (show) process.stderr.write(data);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => {
      late = true;
      // The whole group: npm and apt start children of their own.
      process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: String(error.message) });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? null : code, output: late ? `${output}\n(ended after ${seconds} s)` : output });
    });
  });
}

/** Last lines of an output, for a message. */
export const tail = (output, lines = 8) => output.trim().split('\n').slice(-lines).join('\n');
