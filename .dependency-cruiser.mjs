// The rules by which imports run one way, as docs/architecture.md explains them. `npm run lint` checks them.

/** The rooms of src/, lowest first: each may import from those before it. */
const ROOMS = [
  'specification',
  'scenario',
  'timeline',
  'subject',
  'stage',
  'system',
  'phrases',
  'run',
  'trace',
  'report',
  'verify',
  'audit',
  'api',
  'cli',
];

/** Tests, and what only they use, look at everything. */
const TESTS = '\\.test\\.ts$|/(?:testing|fixtures|broken|browser)/';

const downwards = ROOMS.map((room, position) => ({
  name: `${room}-imports-downwards`,
  comment: `src/${room} imports only from the rooms below it`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: TESTS },
  to: { path: `^src/(?:${[...ROOMS.slice(position + 1)].join('|') || 'nothing'})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'no module leads back to itself, types included',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true },
    },
    {
      name: 'core-knows-no-system',
      comment: 'src/ never imports steps/',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^steps/' },
    },
    {
      name: 'core-knows-no-adapter',
      comment: 'nothing in src/ imports an adapter; the public entry hands on types alone',
      severity: 'error',
      from: { path: '^src/(?!adapters/)', pathNot: TESTS },
      to: { path: '^src/adapters/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-know-no-judge',
      comment: 'adapters import nothing of the rest but types',
      severity: 'error',
      from: { path: '^src/adapters/', pathNot: TESTS },
      to: { path: '^(?:src/(?!adapters/)|steps/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'judge-knows-no-adapter',
      comment: "a system's phrases, stage and underlying IOs import adapters for their types alone",
      severity: 'error',
      from: { path: '^steps/[^/]+/(?:phrases|stage|underlying)/', pathNot: TESTS },
      to: { path: '^src/adapters/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'systems-stand-apart',
      comment: 'a system imports no other system, but what async_socket shares',
      severity: 'error',
      from: { path: '^steps/([^/]+)/', pathNot: TESTS },
      to: { path: '^steps/', pathNot: '^steps/(?:$1|async_socket)/' },
    },
    ...downwards,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
