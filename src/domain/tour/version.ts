import type { Sql, Statement } from '../../db/sql.ts';
import type { Actor } from '../actor.ts';

/** Inserts a version of the rows of a table with the columns of `tours`, under their own `version_number`. */
export function versionOf(table: string, { author, authorName }: { author: string; authorName: string }): string {
  return `
    INSERT INTO tour_versions (project_id, tour_id, number, name, description, content, auto_launch, targeting_flag_filters, linked_flag_id, published_by_id,
      published_by_name)
    SELECT project_id, id, version_number, name, description, content, auto_launch, targeting_flag_filters, linked_flag_id, ${author}::int, ${authorName}::text
    FROM ${table}`;
}

const RECORD: Statement = {
  name: 'record_tour_version',
  text: `${versionOf('tours', { author: '$2', authorName: '$3' })} WHERE id = $1`,
};

/** Keeps what is live now under the tour's version number, with its author's name for the day the user is gone. */
export async function recordVersion(tx: Sql, actor: Actor, tourId: string): Promise<void> {
  await tx.query(RECORD, [tourId, actor.userId, actor.userName]);
}
