import type { Config } from '../config.ts';
import { createDatabase } from '../db/database.ts';
import { databasePlace } from '../db/place.ts';
import { bootstrap } from '../domain/bootstrap.ts';
import { commandDeps } from './command-deps.ts';
import { format } from './output.ts';
import { printNow, progress } from './terminal.ts';

/** Brings the database up to date, creates an embedded one, and fills an empty one. Its first key is printed, unless it comes from the settings. */
export async function migrate(config: Config, isJson: boolean): Promise<void> {
  progress(`Preparing the ${databasePlace(config)} …`);
  const db = await createDatabase(config, (message) => process.stderr.write(`${message}\n`));
  try {
    let isPrinted = false;
    await bootstrap(commandDeps(config, db), config, async (firstKey) => {
      // Before the database has it: a key that cannot be shown is not made.
      printNow(process.stdout, format({ migrated: true, firstKey }, isJson));
      isPrinted = true;
    });
    if (!isPrinted) process.stdout.write(format({ migrated: true, firstKey: null }, isJson));
  } finally {
    await db.close();
  }
}
