import type { Sql, Statement } from '../../../db/sql.ts';
import { isObject } from '../../../json/json-object.ts';
import type { RawJson } from '../../../json/raw-json.ts';
import { trim } from '../../white-space.ts';
import { normalizeContent } from '../content.ts';
import { flagId } from '../linked-flag.ts';
import type { Draft } from '../merge-draft.ts';
import type { CheckedTour } from './rule.ts';
import { RULES } from './rules.ts';
import type { TourProblem } from './tour-problem.ts';

const CONTEXT: Statement = {
  name: 'draft_problem_context',
  text: `SELECT (SELECT f.filters FROM feature_flags f WHERE f.id = $3 AND f.project_id = $2 AND NOT f.deleted) AS filters,
    EXISTS (SELECT FROM tours o WHERE o.project_id = $2 AND o.name = $4 AND NOT o.archived AND o.id <> $1) AS "isNameTaken"`,
};

/** Everything for which a publish of the draft is refused, and everything else that is probably a mistake. Reads with one statement and writes nothing. */
export async function draftProblems(sql: Sql, tour: CheckedTour, draft: Draft): Promise<TourProblem[]> {
  const content = isObject(draft.content) ? normalizeContent(draft.content) : {};
  const name = typeof draft.name === 'string' ? trim(draft.name) : '';
  const values = [tour.id, tour.projectId, flagId(draft.linked_flag_id), name];
  const [context] = await sql.query<{ filters: RawJson | null; isNameTaken: boolean }>(CONTEXT, values);
  const checked = { tour, draft, content, linkedFlagFilters: context?.filters ?? null, isNameTaken: context?.isNameTaken ?? false };
  return RULES.flatMap((rule) => rule(checked));
}
