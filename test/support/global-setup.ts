import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createDatabase } from '../../src/db/database.ts';
import { findMigrations, MIGRATIONS, migrate } from '../../src/db/migrate.ts';
import { openPglite } from '../../src/db/pglite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test databases come from; see database.ts. */
    testDatabase: { kind: 'postgresql'; server: string; prefix: string; template: string } | { kind: 'embedded'; image: string };
    /** The command line as `npm run build` makes it; see process.ts. */
    builtCli: string;
  }
}

const ROOT = path.join(import.meta.dirname, '../..');
/** Below the project, so that what is built there finds its packages. */
const CACHE = path.join(ROOT, 'node_modules/.cache/tour-gateway');

/** Makes what all tests of this run share: a migrated database to be copied, and the gateway as built, to be started in processes of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(CACHE, { recursive: true });
  await removeOld();
  const folder = await mkdtemp(path.join(CACHE, 'gateway-'));
  await promisify(execFile)(process.execPath, ['scripts/bundle.mjs', folder], { cwd: ROOT });
  project.provide('builtCli', path.join(folder, 'cli.js'));
  const dropDatabase = await provideDatabase(project);
  return async () => {
    await rm(folder, { recursive: true, force: true });
    await dropDatabase();
  };
}

/** On the server of TEST_DATABASE_URL, else an embedded one. */
async function provideDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) {
    project.provide('testDatabase', { kind: 'embedded', image: await makeImage() });
    return async () => {};
  }
  const prefix = `tour_gateway_test_${process.pid}_${Date.now()}_`;
  const template = `${prefix}template`;
  project.provide('testDatabase', { kind: 'postgresql', server, prefix, template });
  await makeTemplate(server, template);
  return () => dropAll(server, prefix);
}

/** Kept between runs: its name tells which migrations and which PGlite made it. */
async function makeImage(): Promise<string> {
  const image = path.join(CACHE, `${await hashOrigins()}.tar`);
  if (existsSync(image)) {
    await utimes(image, new Date(), new Date());
    return image;
  }
  const embedded = await openPglite(':memory:');
  const client = new pg.Client({ stream: embedded.connect, ssl: false });
  await client.connect();
  await migrate(client, MIGRATIONS, () => {});
  await client.end();
  const dump = await embedded.dump();
  await embedded.close();
  const unfinished = `${image}.${process.pid}`;
  await writeFile(unfinished, dump.stream());
  await rename(unfinished, image);
  return image;
}

async function hashOrigins(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  for (const name of await findMigrations(MIGRATIONS))
    hash.update(name).update(await readFile(path.join(MIGRATIONS, name, 'migration.sql')));
  return hash.digest('hex').slice(0, 16);
}

/** Images that nobody has used for a day, and what runs have left that were cut. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const file = path.join(CACHE, name);
    // Another run may just have taken it away.
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { recursive: true, force: true });
  }
}

const DAY_MS = 86_400_000;

async function makeTemplate(server: string, template: string): Promise<void> {
  await onServer(server, (client) => client.query(`CREATE DATABASE ${template}`));
  const url = new URL(server);
  url.pathname = template;
  const database = await createDatabase({ databaseUrl: url.href, dataDir: '', databasePoolSize: 1 });
  await database.close();
}

/** Also what a failed test file has left behind. */
async function dropAll(server: string, prefix: string): Promise<void> {
  await onServer(server, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [
      prefix,
    ]);
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
