import { NAME_TAKEN } from '../change-live.ts';
import type { CheckedDraft } from './rule.ts';
import { error, type TourProblem } from './tour-problem.ts';

/** Two tours of a project that are not archived cannot have the same name. */
export function nameTaken({ tour, isNameTaken }: CheckedDraft): TourProblem[] {
  return isNameTaken && !tour.archived ? [error({ at: ['name'], ...NAME_TAKEN }, 'name')] : [];
}
