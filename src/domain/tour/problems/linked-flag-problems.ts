import { linkProblem } from '../linked-flag.ts';
import type { CheckedDraft } from './rule.ts';
import { error, type TourProblem } from './tour-problem.ts';

/** The linked flag must exist in the project and have the variant that the conditions name. */
export function linkedFlagProblems({ draft, content, linkedFlagFilters }: CheckedDraft): TourProblem[] {
  const link = { linkedFlagId: draft.linked_flag_id ?? null, content };
  const problem = linkProblem(link, linkedFlagFilters && { filters: linkedFlagFilters }, { flag: true, variant: true });
  return problem ? [error(problem, null)] : [];
}
