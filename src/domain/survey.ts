import type { Statement } from '../db/sql.ts';
import type { RawJson } from '../json/raw-json.ts';
import type { Deps } from './deps.ts';

/** A survey that a step of a tour asks; read with SQL, since its dates are the tour's, to the microsecond. */
export interface Survey {
  id: string;
  projectId: number;
  tourId: string | null;
  name: string;
  type: string;
  questions: RawJson;
  appearance: RawJson | null;
  enablePartialResponses: boolean;
  startDate: string | null;
  endDate: string | null;
}

const FIND: Statement = {
  name: 'find_surveys',
  text: `SELECT id, project_id AS "projectId", tour_id AS "tourId", name, type, questions, appearance, enable_partial_responses AS "enablePartialResponses",
    start_date AS "startDate", end_date AS "endDate" FROM surveys WHERE id = ANY($1::uuid[])`,
};

/** Surveys by id, past any check: for those that a tour which the caller may see points at. */
export function findSurveysById(deps: Deps, ids: string[]): Promise<Survey[]> {
  return deps.db.sql.query<Survey>(FIND, [ids]);
}
