import type { Sql, Statement } from '../../db/sql.ts';
import type { Actor } from '../actor.ts';

const RECORD: Statement = {
  name: 'record_tour_version',
  text: `
    INSERT INTO tour_versions (project_id, tour_id, number, name, description, content, auto_launch, targeting_flag_filters, linked_flag_id, published_by_id,
      published_by_name)
    SELECT project_id, id, $2, name, description, content, auto_launch, targeting_flag_filters, linked_flag_id, $3, $4 FROM tours WHERE id = $1`,
};

/** Keeps what is live now under the next number, with its author's name for the day the user is gone. */
export async function recordVersion(tx: Sql, actor: Actor, tourId: string, number: number): Promise<void> {
  await tx.query(RECORD, [tourId, number, actor.userId, actor.userName]);
}
