// The floors of src/, lowest first: a file may import from its own floor and from those below. The rules are made from this one list.
const FLOORS = [
  ['json', 'http'],
  ['config', 'package-root'],
  ['db'],
  ['domain'],
  ['live', 'limits', 'openapi', 'writers'],
  ['graphql', 'rest', 'sdk', 'docs'],
  ['server'],
  ['cli'],
];

const pattern = (names) => `^src/(${names.join('|')})(/|\\.ts$)`;

/** What the client has of the gateway's own code. */
const PATCH = '^src/json/patch\\.ts$';

const upward = FLOORS.slice(0, -1).map((names, level) => ({
  name: `nothing-above-${names.join('-')}`,
  comment: `${names.join(', ')} may only import from its own floor and from those below it.`,
  severity: 'error',
  from: { path: pattern(names) },
  to: { path: pattern(FLOORS.slice(level + 1).flat()) },
}));

/** Floors that share a level do not know each other. */
const sideways = FLOORS.filter((names) => names.length > 1).flatMap((names) =>
  names.map((name) => ({
    name: `${name}-apart`,
    comment: `Floors of one level never import each other: ${name} reaches the rest through what the server hands it.`,
    severity: 'error',
    from: { path: pattern([name]) },
    to: { path: pattern(names.filter((other) => other !== name)) },
  })),
);

export default {
  forbidden: [
    ...upward,
    ...sideways,
    {
      name: 'domain-without-transport',
      comment: 'Rules and transactions know of no transport.',
      severity: 'error',
      from: { path: '^src/(json|db|domain|live|limits)/' },
      to: { path: 'node_modules/(graphql|graphql-yoga|graphql-ws|ws|@pothos|@envelop)(/|$)' },
    },
    {
      name: 'client-apart',
      comment: 'The client runs in browsers: of src/ it takes the JSON patch alone.',
      severity: 'error',
      from: { path: pattern(['client']) },
      to: { path: '^src/', pathNot: `${pattern(['client'])}|${PATCH}` },
    },
    {
      name: 'client-unused',
      comment: 'The client is for those outside. The server trusts its documents, and needs nothing else of it.',
      severity: 'error',
      from: { path: '^src/', pathNot: pattern(['client']) },
      to: { path: pattern(['client']), pathNot: '^src/client/document\\.ts$' },
    },
    {
      name: 'client-without-node',
      comment: 'Browsers have no built-in modules of Node.',
      severity: 'error',
      from: { path: `${pattern(['client'])}|${PATCH}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'patch-apart',
      comment: 'The client takes the JSON patch along to browsers, and so whatever that imports.',
      severity: 'error',
      from: { path: PATCH },
      to: { path: '^src/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/(?!generated)' },
      to: { circular: true, viaOnly: { pathNot: '^src/generated' } },
    },
    // One package has types alone, and no file that could be resolved.
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
