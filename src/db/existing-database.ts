import { SetupError } from '../config/setup-error.ts';
import { hasDatabase } from './data-folder.ts';
import { type Database, openDatabase } from './database.ts';
import { MIGRATIONS, MigrationError, migrate, readSchemaState } from './migrate.ts';
import { databasePlace } from './place.ts';
import type { DatabaseConfig, DatabaseLog } from './server.ts';

/** There is no database where one has to be. The message says where that is, and how to create one. */
export class NoDatabaseError extends SetupError {}

/**
 * Opens a database that was set up before: it creates none, and applies no migration to one that has data.
 *
 * @param mayFill whether an empty PostgreSQL database is migrated
 * @throws NoDatabaseError; MigrationError when migrations of this build are missing; SetupError as createDatabase does
 */
export async function openExistingDatabase(config: DatabaseConfig, log: DatabaseLog, mayFill: boolean): Promise<Database> {
  const place = databasePlace(config);
  if (config.databaseUrl === undefined && !hasDatabase(config.dataDir)) {
    throw new NoDatabaseError(
      `There is no ${place}. Set DATA_DIR to the folder of an existing one, or DATABASE_URL; \`tour-gateway serve\` and \`tour-gateway migrate\` create one.`,
    );
  }
  return openDatabase(config, log, null, async (client) => {
    const state = await readSchemaState(client, MIGRATIONS);
    if (state === 'behind') {
      throw new MigrationError(`The ${place} was set up by an older build. \`tour-gateway migrate\` brings it up to date.`);
    }
    if (state === 'current') return;
    if (!mayFill) throw new NoDatabaseError(`The ${place} is empty. \`tour-gateway migrate\` sets it up; DATABASE_URL names another one.`);
    await migrate(client, MIGRATIONS, log);
  });
}
