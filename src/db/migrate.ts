import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { SetupError } from '../config/setup-error.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

export const MIGRATIONS = path.join(PACKAGE_ROOT, 'prisma/migrations');

/** The advisory lock that Prisma Migrate takes: it and this never run at the same time. */
const LOCK = 72_707_369;

/** Prisma Migrate's own ledger, so that `prisma migrate deploy` and `status` agree with what was done here. */
const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The database cannot be brought up to this build. The message says why, and what to do. */
export class MigrationError extends SetupError {}

interface LedgerRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Brings the database up to this build: applies the migrations of `folder` that its ledger does not have, in order of their names, each with its ledger row
 * in one transaction. Of several nodes that start at once, one does it and the others wait. `log` hears of each migration applied, and of one that was
 * edited after it was applied.
 *
 * @returns the names of those applied
 * @throws when the database knows a migration that this build does not, when one failed earlier, or when one fails now: it is rolled back and noted in the
 *   ledger, and until somebody has looked no node starts
 */
export async function migrate(client: ClientBase, folder: string, log: (message: string) => void): Promise<string[]> {
  const names = await findMigrations(folder);
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    const done = await readLedger(client, names);
    const applied: string[] = [];
    for (const name of names) {
      const script = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      const checksum = createHash('sha256').update(script).digest('hex');
      const known = done.get(name);
      if (known !== undefined && known !== checksum) log(`Migration ${name} was edited after it had been applied to this database`);
      if (known !== undefined) continue;
      await apply(client, { name, script, checksum });
      log(`Migration ${name} applied`);
      applied.push(name);
    }
    return applied;
  } finally {
    // A connection that broke has given it up already.
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => {});
  }
}

/** `empty`: nothing was ever applied. `behind`: migrations of this build are missing. */
export type SchemaState = 'empty' | 'behind' | 'current';

/** Compares the database with the migrations of `folder`, without a change. @throws MigrationError as `migrate` does */
export async function readSchemaState(client: ClientBase, folder: string): Promise<SchemaState> {
  const names = await findMigrations(folder);
  if (!(await hasLedger(client))) return 'empty';
  const done = await readLedgerRows(client, names);
  if (done.size === 0) return 'empty';
  return names.every((name) => done.has(name)) ? 'current' : 'behind';
}

/** Their folder names, in the order in which they are applied. */
export async function findMigrations(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The checksums of the applied migrations by name. */
async function readLedger(client: ClientBase, names: readonly string[]): Promise<Map<string, string>> {
  // Asked first because a role that may not create tables may still start on a migrated database.
  if (!(await hasLedger(client))) await client.query(LEDGER);
  return readLedgerRows(client, names);
}

async function hasLedger(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ ledger: string | null }>("SELECT to_regclass('_prisma_migrations')::text AS ledger");
  return Boolean(rows[0]?.ledger);
}

async function readLedgerRows(client: ClientBase, names: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<LedgerRow>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed) {
    throw new MigrationError(
      `Migration ${failed.migration_name} failed on an earlier start and was rolled back; _prisma_migrations.logs has the reason. ` +
        `When it is dealt with: UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL`,
    );
  }
  const unknown = rows.find((row) => !names.includes(row.migration_name));
  if (unknown) {
    throw new MigrationError(
      `The database has migration ${unknown.migration_name}, which this build does not know: it was written for a newer build. ` +
        'Start that build, or set DATABASE_URL or DATA_DIR to another database.',
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function apply(client: ClientBase, { name, script, checksum }: { name: string; script: string; checksum: string }): Promise<void> {
  const row = [randomUUID(), checksum, name];
  try {
    await client.query('BEGIN');
    await client.query(script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      row,
    );
    await client.query('COMMIT');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await client.query('ROLLBACK');
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)', [...row, reason]);
    throw new MigrationError(`Migration ${name} failed and was rolled back: ${reason}`, { cause: error });
  }
}
