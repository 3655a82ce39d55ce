import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findMigrations, MIGRATIONS, migrate } from '../../../src/db/migrate.ts';
import { openPglite } from '../../../src/db/pglite.ts';
import { openCache } from './cache.ts';
import { withoutTemplateDatabases } from './small-image.ts';

/** Provides a migrated embedded database as a tar file, from which each test file starts one of its own. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('testDatabase', { kind: 'embedded', image: await makeImage() });
}

/** Kept between runs: its name is a hash of everything that it was made from. */
async function makeImage(): Promise<string> {
  const image = path.join(await openCache(), `${await hashOrigins()}.tar`);
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
  await writeFile(unfinished, withoutTemplateDatabases(new Uint8Array(await dump.arrayBuffer())));
  await rename(unfinished, image);
  return image;
}

async function hashOrigins(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  for (const file of ['small-image.ts', 'embedded-database.ts']) hash.update(await readFile(path.join(import.meta.dirname, file)));
  for (const name of await findMigrations(MIGRATIONS))
    hash.update(name).update(await readFile(path.join(MIGRATIONS, name, 'migration.sql')));
  return hash.digest('hex').slice(0, 16);
}
