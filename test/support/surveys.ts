import type { Database } from '../../src/db/database.ts';

interface SurveyRow {
  id: string;
  name: string;
  type: string;
  questions: Record<string, unknown>[];
  appearance: Record<string, unknown>;
  enable_partial_responses: boolean;
  start_date: string | null;
  end_date: string | null;
  created_by_id: number;
}

/** Surveys by their tour, the oldest first, or by id. */
export async function findSurveys({ sql }: Database, by: { tourId: string } | { id: string }): Promise<SurveyRow[]> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['tour_id', by.tourId];
  const rows = await sql.query(`SELECT * FROM surveys WHERE ${column} = $1 ORDER BY created_at, name`, [value]);
  return JSON.parse(JSON.stringify(rows));
}
