// Makes the command line of the sources and what they use, in the folder that is named: a few files, which Node reads in half the time that it takes for the
// thousand they are made of. What only some starts need stays in files of its own, which are read when they are used. Names stay, so that
// a stack can be read.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2];
if (!outdir) throw new Error('Usage: bundle.mjs FOLDER');
const SOURCES = path.join(import.meta.dirname, '../src');
const COMMON = { outdir, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' };

// What is left of an earlier build.
await rm(outdir, { recursive: true, force: true });

// The entry is a file without imports, in the syntax of old versions of Node, which it refuses in one line.
await build({
  ...COMMON,
  entryPoints: [path.join(SOURCES, 'cli.ts')],
  target: 'node14',
  plugins: [
    {
      name: 'main',
      setup: ({ onResolve }) => onResolve({ filter: /^\.\/cli\/main\.ts$/ }, () => ({ path: './main.js', external: true })),
    },
  ],
});

await build({
  ...COMMON,
  entryPoints: [path.join(SOURCES, 'cli/main.ts')],
  chunkNames: 'parts/[name]-[hash]',
  splitting: true,
  target: 'node20.19',
  // These read files of their own; pg-native is what nobody installs.
  external: ['@electric-sql/pglite', 'ioredis', 'pino', 'pino-pretty', 'posthog-js', 'pg-native'],
  // Libraries check less of what they are given by code that is tested.
  define: { 'process.env.NODE_ENV': '"production"' },
  // What is published as CommonJS asks for Node's own modules in its way.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);",
  },
});
