// The arrows between the rooms: a room may import what stands before it in the flow, never what stands after.
const ROOMS = ['lib', 'domain', 'needs', 'capture', 'ingest', 'evidence', 'steps', 'graph', 'insights', 'answers', 'exports', 'api', 'host'];
const DOORS = ['web', 'cli', 'mcp', 'desktop'];
const PURE = ROOMS.slice(0, ROOMS.indexOf('api'));
/** Libraries that the pure rooms may use: each is plain computation. */
const PURE_LIBRARIES = ['zod', 'saxes', 'bpmn-moddle', 'moddle-xml', 'fflate', 'postal-mime', 'unpdf'];
const NOT_TESTS = '\\.(test|case)\\.tsx?$|/(fixtures|testing)(/|\\.ts$)';

const one = (names) => `(${names.join('|')})`;

/** Each room against all rooms and doors after it. */
const downstream = ROOMS.map((room, at) => ({
  name: `${room}-imports-upstream-only`,
  comment: `src/${room} may import only the rooms before it in the flow`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: NOT_TESTS },
  to: { path: `^src/${one([...ROOMS.slice(at + 1), ...DOORS])}/` },
}));

module.exports = {
  forbidden: [
    ...downstream,
    {
      name: 'doors-stand-alone',
      comment: 'web, cli, mcp and desktop are thin doors; the terminal may start the web, and the desktop answers for files as the web does',
      severity: 'error',
      from: { path: '^src/(web|mcp)/', pathNot: NOT_TESTS },
      to: { path: `^src/${one(DOORS)}/`, pathNot: ['^src/$1/'] },
    },
    {
      name: 'doors-leave-the-desktop-alone',
      severity: 'error',
      from: { path: '^src/(cli|desktop)/', pathNot: NOT_TESTS },
      to: { path: '^src/(cli|mcp|desktop)/', pathNot: ['^src/$1/', '^src/mcp/'] },
    },
    {
      name: 'the-shell-decides-nothing',
      comment: 'electron/ does what src/desktop says: of Mirror it sees that room, the host and the words',
      severity: 'error',
      from: { path: '^electron/', pathNot: NOT_TESTS },
      to: { path: '^(src|db|models|renderer|scripts)/', pathNot: '^src/(desktop|host|web|api|lib|domain)/' },
    },
    {
      name: 'pure-rooms-use-pure-libraries',
      comment: 'the rooms from lib to exports know no Node, database or model SDK',
      severity: 'error',
      from: { path: `^src/${one(PURE)}/`, pathNot: NOT_TESTS },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: `(^|node_modules/)${one(PURE_LIBRARIES)}/`,
      },
    },
    {
      name: 'only-host-knows-db-and-models',
      severity: 'error',
      from: { path: '^(src|renderer|electron)/', pathNot: [NOT_TESTS, '^src/host/'] },
      to: { path: '^(db|models)/' },
    },
    {
      name: 'db-and-models-implement-needs',
      severity: 'error',
      from: { path: '^(db|models)/', pathNot: NOT_TESTS },
      to: { path: '^(src|renderer|electron)/', pathNot: '^src/(needs|domain|lib)/' },
    },
    {
      name: 'the-window-speaks-through-the-api',
      severity: 'error',
      from: { path: '^renderer/', pathNot: NOT_TESTS },
      to: { path: '^(src|db|models|electron|scripts)/', pathNot: '^src/(api/(client\\.ts|contract/)|domain/|lib/)' },
    },
    {
      name: 'only-electron-imports-electron',
      severity: 'error',
      from: { pathNot: '^electron/' },
      to: { path: '(^|node_modules/)electron(/|$)' },
    },
    {
      name: 'connections-only-through-the-gate',
      comment: 'src/host/egress is the one way out; the local web app serves, and the terminal finds a running one',
      severity: 'error',
      from: { path: '^(src|db|models|electron)/', pathNot: [NOT_TESTS, '^src/host/egress/', '^src/web/(serve|connect)\\.ts$'] },
      to: {
        path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$|(^|node_modules/)(undici|ws|node-fetch|axios|got)(/|$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.module\\.css$|\\.css$|\\?worker' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    parser: 'swc',
  },
};
