// Makes the command line of the sources and what they use, in the folder that is named: a few files, which Node reads in half the time that it takes for the
// thousand they are made of. What only some starts need stays in files of its own, which are read when they are used. Names stay, so that
// a stack can be read.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2];
if (!outdir) throw new Error('Usage: bundle.mjs FOLDER');

// What is left of an earlier build.
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [path.join(import.meta.dirname, '../src/cli.ts')],
  outdir,
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // These read files of their own; pg-native is what nobody installs.
  external: ['@electric-sql/pglite', 'ioredis', 'pino', 'posthog-js', 'pg-native'],
  // Libraries check less of what they are given by code that is tested.
  define: { 'process.env.NODE_ENV': '"production"' },
  // What is published as CommonJS asks for Node's own modules in its way.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);",
  },
  logLevel: 'warning',
});
