import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../faults/processes.js';

const root = join(import.meta.dirname, '../..');

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** Bad imports, one a file, and the rule that must stop each; the good ones break none. */
const planted: readonly (readonly [file: string, text: string, rule: string | null])[] = [
  ['src/core/disk.ts', "import 'node:fs';\n", 'core-has-no-node'],
  ['src/core/editor.ts', "import { Editor } from '@tiptap/core';\nexport const x = Editor;\n", 'core-is-pure'],
  ['src/core/shell.ts', "import type { B } from '../main/b.js';\nexport type A = B;\n", 'core-imports'],
  ['src/core/one.ts', "import './two.js';\n", 'no-circles'],
  // A circle is told once, at its first file.
  ['src/core/two.ts', "import './one.js';\n", null],
  ['src/core/good.ts', 'export const a = 1;\n', null],
  ['src/editor/disk.ts', "import 'node:fs';\n", 'core-has-no-node'],
  ['src/renderer/store.ts', "import '../node/good.js';\n", 'renderer-imports'],
  ['src/node/shell.ts', "import { app } from 'electron';\nexport const x = app;\n", 'plain-node'],
  ['src/node/stock.ts', "import { JSONFile } from 'lowdb/node';\nexport const x = JSONFile;\n", 'no-stock-lowdb-files'],
  ['src/node/good.ts', "import 'node:fs';\nimport { a } from '../core/good.js';\nexport const b = a;\n", null],
  ['src/main/b.ts', 'export type B = 1;\n', null],
  ['src/cli/good.ts', "import { b } from '../node/good.js';\nexport const c = b;\n", null],
  ['src/preload/deep.ts', "import '../core/good.js';\n", 'preload-takes-the-contract-only'],
];

/** Runs the project's own fence over the planted files. */
function violationsIn(folder: string): readonly Violation[] {
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.page.json', 'tsconfig.base.json', 'package.json'])
    copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of planted) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const report = join(folder, 'report.json');
  const args = ['--no-install', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs'];
  spawnSync('npx', [...args, '--output-type', 'json', '--output-to', report], { cwd: folder });
  return (JSON.parse(readFileSync(report, 'utf8')) as { summary: { violations: Violation[] } }).summary.violations;
}

test('the import fence stops every planted bad import and lets the good ones through', async () => {
  await withFolder((folder) => {
    const found = violationsIn(folder);
    const rulesOf = (file: string): readonly string[] =>
      found.filter(({ from }) => from === file).map(({ rule }) => rule.name);
    for (const [file, , rule] of planted)
      expect([file, rulesOf(file)]).toEqual([file, rule === null ? [] : expect.arrayContaining([rule])]);
    return Promise.resolve();
  });
});
