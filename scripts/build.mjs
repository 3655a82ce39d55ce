// Builds dist/: the Prisma client, the command line and the client package. `--if-stale` builds only if a source has changed since the last build, or if there is
// none; a package without its sources is left as it is.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const FINGERPRINT = path.join(ROOT, 'dist/.fingerprint');

/** Everything that dist/ is made from. The Prisma client and the Pothos types are themselves built from prisma/schema.prisma. */
const SOURCES = [
  'src',
  'prisma/schema.prisma',
  '.config/prisma.ts',
  'scripts',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const GENERATED = ['src/generated/prisma', 'src/generated/pothos.ts'];

const STEPS = [
  ['scripts/prisma.mjs', 'generate'],
  ['scripts/bundle.mjs', 'dist'],
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
];

const isOptional = process.argv.includes('--if-stale');
// Read before the build: a source that changes meanwhile makes the result stale.
const fingerprint = fingerprintSources();
if (!isOptional || isStale()) build();

function isStale() {
  if (!existsSync(path.join(ROOT, 'src'))) return false;
  return !existsSync(FINGERPRINT) || readFileSync(FINGERPRINT, 'utf8') !== fingerprint;
}

function build() {
  console.error('Building the gateway …');
  for (const [script, ...args] of STEPS) {
    // Standard output stays free for the command that this build precedes.
    const { status } = spawnSync(process.execPath, [path.join(ROOT, script), ...args], { cwd: ROOT, stdio: ['ignore', 2, 'inherit'] });
    if (status !== 0) process.exit(status ?? 1);
  }
  writeFileSync(FINGERPRINT, fingerprint);
}

function fingerprintSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesOf(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(ROOT, file)))
        .update('\0');
  return hash.digest('hex');
}

/** A folder's files in the same order on every machine. */
function filesOf(source) {
  const entry = path.join(ROOT, source);
  if (GENERATED.includes(source) || !existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [source];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesOf(`${source}/${name}`));
}
