import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Two kinds of test share a machine with a database: few workers, generous limits, no retries.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
  // graphql is published twice in one package (CommonJS and ES modules); without this it is loaded twice and refuses its own schema.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js') }] },
});
