// Writes project after project into the embedded database of the folder given, and prints the number of each when the database has acknowledged it.
import { createDatabase } from '../../../src/db/database.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

const [folder, first] = process.argv.slice(2);
const db = await createDatabase({ databaseUrl: undefined, dataDir: folder as string, databasePoolSize: 1 });
if (first === '1') await createOwner(db);
for (let id = Number(first); ; id++) {
  await db.sql.query('INSERT INTO projects (id, name, token, organization_id) VALUES ($1, $2, $3, $4)', [
    id,
    'x'.repeat(1000),
    `phc_${id}`,
    OWNER,
  ]);
  process.stdout.write(`${id}\n`);
}
