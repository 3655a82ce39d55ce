import { randomUUID } from 'node:crypto';
import { CONNECTIONS } from './load.ts';
import type { Bench } from './work.ts';

/** One tour for each connection, so that nobody waits for another one's row. */
export const TOURS = CONNECTIONS;

/** New tours for one contender to write to. */
export async function setupWriters({ database, seeded }: Bench): Promise<string[]> {
  const ids = Array.from({ length: TOURS }, () => randomUUID());
  for (const id of ids) {
    await database.query(
      `INSERT INTO tours (id, project_id, name, created_by_id, content) SELECT $1, $2, $3, min(id), '{"type": "tour", "steps": []}' FROM users`,
      [id, seeded.projectId, `Written ${id}`],
    );
  }
  return ids;
}

/** Whether there are as many rows of a kind as there have to be. @throws otherwise */
export async function requireCount({ database }: Bench, what: string, text: string, values: unknown[], least: number): Promise<void> {
  const [row] = await database.query<{ count: string }>(text, values);
  if (Number(row?.count) < least) throw new Error(`${what}: ${row?.count} instead of at least ${least}`);
}
