import { createRequire } from 'node:module';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const require = createRequire(import.meta.url);

/** Files whose behavior can differ between PostgreSQL and the embedded database: SQL, locks, plans, notifications, several nodes on one database. */
const BOTH_DATABASES = [
  'test/gateway/{contract,db,domain,live}/**/*.test.ts',
  'test/gateway/{main-job,nodes,scheduled-publish}.test.ts',
  'test/gateway/graphql/{deadlock,derived-rows-race,draft-history,environments,explain-agreement,lost-drafts,odd-text}.test.ts',
  'test/gateway/graphql/{page-plan,preview-token-race,publish,query-count,republish,save-draft,scheduled-publish,search-plan,stale-steps,tour-list,tour-stats}.test.ts',
  'test/gateway/rest/{draft-race,idempotency-key,odd-input,pagination-search,parity,search-order,unchanged,unique-name,updated-at}.test.ts',
  'test/gateway/sdk/{capture,capture-nodes,capture-quota,persons,staleness,tours}.test.ts',
  'test/gateway/server/{health,upgrade}.test.ts',
];

/** Files that need a Redis server. They run with PostgreSQL, because both need servers that a new machine may lack. */
const REDIS = ['test/gateway/limits/*.test.ts', 'test/gateway/{db/redis-bus,live/redis,server/shared-rate-limit}.test.ts'];

/** The files of test/slow that every run includes, with few iterations. `npm run test:soak` runs all of them at full length. */
const SMOKE = [
  'test/slow/*.test.ts',
  'test/slow/{client,docs,fuzz,rest,sdk,writers}/**/*.test.ts',
  'test/slow/browser/{editor,graphiql,path-prefix,preview,showing,stats}.test.ts',
  'test/slow/cli/{administration,built,entry,first-key,remote,startup-faults,terminal,workers}.test.ts',
  'test/slow/server/{anonymous-bodies,document-abuse,terminate}.test.ts',
];

/** Runs the files of a worker in one process, which imports the gateway and its libraries once. */
const SHARED_PROCESS = { isolate: false } as const;

const EMBEDDED = 'test/support/setup/embedded-database.ts';
const POSTGRESQL = 'test/support/setup/postgresql-database.ts';
const BUILT_GATEWAY = 'test/support/setup/built-gateway.ts';

const hasPostgresql = Boolean(process.env.TEST_DATABASE_URL);
const isSoak = Boolean(process.env.SOAK);

function project(test: NonNullable<TestProjectInlineConfiguration['test']>): TestProjectInlineConfiguration {
  return { extends: true, test };
}

/** Chaos, fuzzing, browsers and processes: each file has a process of its own. */
const SLOW = isSoak
  ? { name: 'slow', include: ['test/slow/**/*.test.ts'], provide: { isSoak } }
  : { name: 'smoke', include: SMOKE, provide: { isSoak } };

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // The workers share the machine with PostgreSQL and browsers: few workers, generous timeouts, no retries.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      project({ name: 'unit', include: ['test/unit/**/*.test.ts'], ...SHARED_PROCESS }),
      project({ name: 'gateway', include: ['test/gateway/**/*.test.ts'], exclude: REDIS, globalSetup: [EMBEDDED], ...SHARED_PROCESS }),
      ...(hasPostgresql
        ? [project({ name: 'postgresql', include: [...BOTH_DATABASES, ...REDIS], globalSetup: [POSTGRESQL], ...SHARED_PROCESS })]
        : []),
      project({ ...SLOW, globalSetup: [hasPostgresql ? POSTGRESQL : EMBEDDED, BUILT_GATEWAY] }),
    ],
  },
  // graphql is published twice in one package (CommonJS and ES modules); without this it is loaded twice and refuses its own schema.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js') }] },
});
