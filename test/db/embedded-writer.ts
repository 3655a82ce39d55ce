// Writes project after project into the embedded database of the folder given, and prints the number of each when the database has acknowledged it.
import { createDatabase } from '../../src/db/database.ts';

const [folder, first] = process.argv.slice(2);
const db = await createDatabase({ databaseUrl: undefined, dataDir: folder as string, databasePoolSize: 1 });
for (let id = Number(first); ; id++) {
  await db.sql.query('INSERT INTO projects (id, name, token) VALUES ($1, $2, $3)', [id, 'x'.repeat(1000), `phc_${id}`]);
  process.stdout.write(`${id}\n`);
}
