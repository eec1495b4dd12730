/** Which way imports point (style guide). `npm run check` and `npm test` run it; a test plants a bad import. */
const layer = (from, allowed, extra = {}) => ({
  name: `${from}-imports`,
  comment: `src/${from} may import ${allowed.length ? allowed.map((name) => `src/${name}`).join(', ') : 'nothing of ours'} and itself`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...allowed].join('|')})/` },
  ...extra,
});
const packages = (from, name, pattern) => ({
  name,
  severity: 'error',
  from: { path: `^src/(${from})/` },
  to: { path: pattern },
});

module.exports = {
  forbidden: [
    layer('core', []),
    layer('editor', ['core']),
    layer('renderer', ['core', 'editor']),
    layer('node', ['core']),
    layer('main', ['core', 'editor', 'node']),
    layer('cli', ['core', 'editor', 'node']),
    layer('preload', ['core']),
    {
      name: 'preload-takes-the-contract-only',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/core/', pathNot: '^src/core/contract/' },
    },
    packages(
      'core',
      'core-is-pure',
      '^(?:node:|electron$|svelte|@tiptap|prosemirror)|node_modules/(?:electron|svelte|@tiptap|prosemirror-[a-z]+|lowdb|node-sqlite3-wasm)/',
    ),
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: '^src/(core|editor|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    packages('editor|renderer', 'page-has-no-shell', 'node_modules/(?:electron|lowdb|node-sqlite3-wasm|yauzl|yazl)/'),
    packages('node|cli', 'plain-node', 'node_modules/(?:electron|svelte|@tiptap)/'),
    {
      name: 'no-stock-lowdb-files',
      comment: 'lowdb/node is not flushed (decision 2)',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'lowdb/lib/(?:node|presets|adapters/node)|steno' },
    },
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^(electron|svelte|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.page.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'default'],
    },
  },
};
