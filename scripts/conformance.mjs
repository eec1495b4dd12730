// `npm run conformance`: exports the sample newsroom in every format and has each file read by the programs of others
// that are on this machine. Prints a table; a program that is not here is listed as absent. Exit 1 = somebody complained.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { root } from './setup/step.mjs';

const schemas = join(root, 'resources', 'schemas');

/** Whether a program is here; asked once. */
const found = new Map();
function isHere(program, argument = '--version') {
  if (!found.has(program)) found.set(program, spawnSync(program, [argument]).status === 0);
  return found.get(program);
}

/** A program that reads files one by one: what it says on a bad one. null = it is not on this machine. */
const reader = (program, ...args) =>
  isHere(program) &&
  ((path) => {
    const { status, stderr } = spawnSync(program, [...args, path], { encoding: 'utf8', maxBuffer: 64 << 20 });
    return status === 0 ? [] : [stderr.trim().split('\n')[0] ?? `${program} ended with ${status}`];
  });

const xmllint = (...args) => reader('xmllint', '--noout', '--nonet', ...args);
const pandoc = (from) => reader('pandoc', '-f', from, '-t', 'json', '-o', '/dev/null');

/** The W3C's checker of pages, started once for all of them: a virtual machine takes seconds to start. */
function vnu(paths) {
  const jar = join(root, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const args = ['-jar', jar, '--errors-only', '--format', 'json', ...paths];
  const { stderr } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  return JSON.parse(stderr).messages.map(({ url, message }) => `${url}: ${message}`);
}

async function htmlValidate(paths) {
  const { HtmlValidate, StaticConfigLoader } = await import('html-validate');
  const checker = new HtmlValidate(
    new StaticConfigLoader({ extends: ['html-validate:standard', 'html-validate:a11y'] }),
  );
  const reports = await Promise.all(paths.map((path) => checker.validateFile(path)));
  // How a page is laid out in lines is no fault of it.
  const style = new Set(['no-trailing-whitespace', 'long-title', 'void-style', 'doctype-style', 'no-inline-style']);
  return reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages
        .filter(({ ruleId, severity }) => severity > 1 && !style.has(ruleId))
        .map(({ message }) => `${filePath}: ${message}`),
    ),
  );
}

/** Another reader of feeds than the one that wrote them: as many entries, each with its title. */
async function feedsmith(path, kind) {
  const { parseRssFeed, parseAtomFeed, parseJsonFeed } = await import('feedsmith');
  const text = readFileSync(path, 'utf8');
  const feed = { rss: parseRssFeed, atom: parseAtomFeed, jsonfeed: parseJsonFeed }[kind](text);
  const entries = feed.items ?? feed.entries ?? [];
  const untitled = entries.filter(({ title }) => (typeof title === 'string' ? title : (title?.value ?? '')) === '');
  return entries.length === 0 ? ['no entry was read'] : untitled.map(() => 'an entry without a title');
}

/** Reader of many files at once, for one that reads one. */
const each = (read) => read && ((paths) => Promise.all(paths.map((path) => read(path))).then((all) => all.flat()));

const json = each((path) => {
  JSON.parse(readFileSync(path, 'utf8'));
  return [];
});
const utf8 = each((path) => {
  new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  return [];
});
const soffice = each(reader('soffice', '--headless', '--convert-to', 'pdf', '--outdir', tmpdir()));

/** Format → name of a reader → the reader, or false where its program is not on this machine. */
const readers = {
  html: { 'vnu (W3C)': isHere('java', '-version') && vnu, 'html-validate': htmlValidate },
  markdown: { pandoc: each(pandoc('commonmark_x')) },
  text: { 'UTF-8': utf8 },
  docx: { pandoc: each(pandoc('docx')), LibreOffice: soffice },
  icml: { 'xmllint (well-formed)': each(xmllint()) },
  ninjs: { JSON: json },
  nitf: { 'xmllint (IPTC schema)': each(xmllint('--schema', join(schemas, 'nitf', 'nitf-3-6.xsd'))) },
  'newsml-g2': {
    'xmllint (IPTC schema)': each(xmllint('--schema', join(schemas, 'newsml-g2', 'NewsML-G2_2.35-spec-All-Power.xsd'))),
  },
  json: { JSON: json },
  rss: { feedsmith: each((path) => feedsmith(path, 'rss')), 'xmllint (well-formed)': each(xmllint()) },
  atom: { feedsmith: each((path) => feedsmith(path, 'atom')), 'xmllint (well-formed)': each(xmllint()) },
  jsonfeed: { feedsmith: each((path) => feedsmith(path, 'jsonfeed')) },
  wxr: { 'xmllint (well-formed)': each(xmllint()) },
};

function copydesk(...args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), ...args, '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 256 << 20,
  });
  // 1 = some stories may not leave, which is right: the sample has an embargoed one.
  if (status > 1) throw new Error(stderr);
  return stdout;
}

await setUp({ window: false });
await build();
const folder = mkdtempSync(join(tmpdir(), 'copydesk-conformance-'));
const complaints = [];
const table = [['format', 'files', 'validator', 'errors']];
try {
  const [library, out] = [join(folder, 'library'), join(folder, 'out')];
  copydesk('init', library, '--sample');
  const rows = copydesk('export', library, '--format', 'all', '--out', out, '--json')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const isMain = ({ outcome, path, format }, at) =>
    outcome === undefined && (at === 0 || rows[at - 1].format !== format || rows[at - 1].id !== rows[at].id) && path;
  const mains = rows.filter(isMain);
  for (const [format, named] of Object.entries(readers)) {
    const files = mains.filter((row) => row.format === format);
    const paths = files.map(({ path }) => join(out, path));
    const [first] = files;
    if (first?.validator !== undefined) {
      const faults = files.filter(({ valid }) => !valid).map(({ path }) => `${format}: ${path} is not valid`);
      const how = first.check === 'official' ? 'official schema' : 'structural check';
      add(format, paths.length, `Copydesk (${how} ${first.validator})`, faults);
    }
    for (const [name, read] of Object.entries(named))
      add(format, paths.length, name, read ? await read(paths) : undefined);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param faults undefined = the program is not on this machine */
function add(format, files, validator, faults) {
  table.push([format, String(files), validator, faults === undefined ? 'absent' : String(faults.length)]);
  for (const fault of faults ?? []) complaints.push(`${format}, ${validator}: ${fault}`);
}

const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const row of table)
  process.stdout.write(
    `${row
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd()}\n`,
  );
for (const complaint of complaints.slice(0, 40)) process.stdout.write(`${complaint}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
