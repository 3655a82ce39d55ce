// Compares prisma/schema.prisma with what the migrations make of an empty database.
//   npm run migration:check          fails, and prints the SQL, when they differ
//   npm run migration:new -- <name>  writes that SQL as the next migration
// It runs Prisma's schema engine as WebAssembly on an embedded database: nothing is downloaded and no server is needed. CHECK constraints, triggers and
// functions are not part of Prisma's language; the comparison passes over them.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { findMigrations, MIGRATIONS } from '../src/db/migrate.ts';

const SCHEMA = path.join(import.meta.dirname, '../prisma/schema.prisma');

const { name } = parseArgs({ options: { name: { type: 'string' } } }).values;
if (name !== undefined && !/^[a-z0-9_]+$/.test(name))
  throw new Error(`A migration's name is lower case letters, digits and _, not ${JSON.stringify(name)}`);
const content = await readFile(SCHEMA, 'utf8');
const models = content.match(/^model \w+ \{/gm)?.length ?? 0;
if (models === 0) throw new Error(`${SCHEMA} has no models: there is nothing to compare`);
const migrations = await findMigrations(MIGRATIONS);
const sql = await compare();
console.log(`Compared ${models} models with ${migrations.length} migrations.`);
if (sql === null) console.log('They agree.');
else if (name) await write(name, sql);
else {
  console.error(`They differ; npm run migration:new -- <name> writes this:\n\n${sql}`);
  process.exitCode = 1;
}

/** The SQL that is missing from the migrations, null when there is none. */
async function compare(): Promise<string | null> {
  const lite = await PGlite.create({ extensions: { pg_trgm } });
  for (const migration of migrations) await lite.exec(await readFile(path.join(MIGRATIONS, migration, 'migration.sql'), 'utf8'));
  const schemaEngine = await loadEngine(lite);
  const schema = { files: [{ path: SCHEMA, content }] };
  const { exitCode, stdout } = await schemaEngine.diff({
    from: { tag: 'schemaDatasource', ...schema, configDir: '.' },
    to: { tag: 'schemaDatamodel', ...schema },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  await lite.close();
  // 0: they agree. 2: there is a difference.
  if (exitCode === 0) return null;
  if (exitCode !== 2 || !stdout) throw new Error(`The schema engine answered with exit code ${exitCode} and ${stdout ? 'SQL' : 'no SQL'}`);
  return stdout.trimStart();
}

/** What Prisma's own command line does around its engine. adapter-pg will not do here: it cannot read the type "char" of PostgreSQL's catalogue. */
async function loadEngine(lite: PGlite): Promise<engine.SchemaEngine> {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace('schema_engine.js', 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine.SchemaEngine.new(
    { datamodels: [[SCHEMA, content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(lite)),
  );
}

async function write(name: string, sql: string): Promise<void> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql);
  console.log(`Wrote ${folder}/migration.sql: read it before you commit it.`);
}
