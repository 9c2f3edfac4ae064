// The import rule of ARCHITECTURE.md, as data. test/shape/import-rule.test.ts plants violations of every
// rule below and sees them caught: with a compiler that has no API, dependency-cruiser reads nothing and is content.

const STAGES = [
  'sources',
  'intel',
  'identity',
  'coverage',
  'checks',
  'findings',
  'incidents',
  'scope',
  'plan',
  'notify',
  'share',
  'reports',
];
const FLOOR = ['base', 'standards', 'model'];
const MIDDLE = [...FLOOR, ...STAGES, 'store'];

/** What each layer may import of ours, besides itself. */
const MAY_IMPORT = {
  base: [],
  standards: ['base'],
  model: ['base', 'standards'],
  store: FLOOR,
  assess: MIDDLE,
  live: [...MIDDLE, 'assess'],
  server: [...MIDDLE, 'assess', 'live'],
  // `seawall serve` starts the server; the server never knows the command line.
  cli: [...MIDDLE, 'assess', 'live', 'server'],
};
for (const stage of STAGES) MAY_IMPORT[stage] = FLOOR;

const layerRules = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import of ours only: ${[layer, ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^(src|web|tools|bin)/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

// A member may import itself and its kit: never a sibling, never the registry that names it.
const memberRules = [
  {
    name: 'member-sources',
    comment: 'A source imports itself, src/sources/kit and the kit of its family.',
    severity: 'error',
    from: { path: '^src/sources/(?!kit/)([^/]+)/(?!kit/)([^/]+)/' },
    to: { path: '^src/sources/', pathNot: '^src/sources/(kit/|$1/kit/|$1/$2/)' },
  },
  ...['checks', 'reports'].map((registry) => ({
    name: `member-${registry}`,
    comment: `A member of src/${registry} imports itself and src/${registry}/kit.`,
    severity: 'error',
    from: { path: `^src/${registry}/(?!kit/)([^/]+)/` },
    to: { path: `^src/${registry}/`, pathNot: `^src/${registry}/(kit|$1)/` },
  })),
  {
    name: 'member-engines',
    comment: 'A store engine imports itself, the store contract and the kit, never another engine.',
    severity: 'error',
    from: { path: '^src/store/engines/(?!kit/)([^/]+)/' },
    to: { path: '^src/store/engines/', pathNot: '^src/store/engines/(kit|$1)/' },
  },
  ...['sources', 'checks', 'reports', 'store/engines'].map((registry) => ({
    name: 'kit-below-members',
    comment: 'A kit never imports a member of its registry, nor the registry.',
    severity: 'error',
    from: { path: `^src/${registry}/kit/` },
    to: { path: `^src/${registry}/`, pathNot: `^src/${registry}/kit/` },
  })),
  {
    name: 'family-kit-below-members',
    comment: 'The kit of a family of sources imports itself and src/sources/kit.',
    severity: 'error',
    from: { path: '^src/sources/([^/]+)/kit/' },
    to: { path: '^src/sources/', pathNot: '^src/sources/(kit|$1/kit)/' },
  },
];

const hygieneRules = [
  {
    name: 'no-cycle',
    comment: 'No cycles, not even of types alone.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-imports-test',
    comment: 'Nothing but tests imports test/.',
    severity: 'error',
    from: { pathNot: '^test/|[.]test[.]tsx?$' },
    to: { path: '^test/' },
  },
  {
    name: 'nothing-imports-a-test',
    comment: 'A test file is imported by nobody.',
    severity: 'error',
    from: {},
    to: { path: '[.]test[.]tsx?$' },
  },
  {
    name: 'web-knows-the-api-only',
    comment: 'The browser application knows the server by its generated API types only.',
    severity: 'error',
    from: { path: '^web/' },
    to: { path: '^(src|tools|bin)/' },
  },
  {
    name: 'resolvable',
    comment: 'Every import leads somewhere.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-dev-dependency-at-run-time',
    comment: 'What ships may use dependencies only; devDependencies are for tests and tools.',
    severity: 'error',
    from: { path: '^(src|bin)/', pathNot: '[.](test|fuzz)[.]ts$' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
];

module.exports = {
  forbidden: [...layerRules, ...memberRules, ...hygieneRules],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(samples|cases)/|^(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
