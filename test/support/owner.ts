import type { Database } from '../../src/db/database.ts';

/** The organization of projects that a test writes into the database by itself. */
export const OWNER = '00000000-0000-4000-8000-0000000000aa';

export async function createOwner({ sql }: Pick<Database, 'sql'>): Promise<void> {
  await sql.query("INSERT INTO organizations (id, name) VALUES ($1, 'Owner')", [OWNER]);
}
