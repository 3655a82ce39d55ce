import { type FieldCode, type PlacedProblem, ValidationError } from '../../errors.ts';
import { contentProblems } from '../content.ts';
import { draftInput } from '../draft-input.ts';
import { checkTourInput } from '../input.ts';
import { targetingProblems } from '../targeting-filters.ts';
import type { CheckedDraft } from './rule.ts';
import { error, type TourProblem } from './tour-problem.ts';

/** The names of the REST API for fields whose names differ. */
const WIRE_NAMES: Record<string, string> = {
  linkedFlagId: 'linked_flag_id',
  targetingFlagFilters: 'targeting_flag_filters',
  autoLaunch: 'auto_launch',
};

/** Finds every problem inside a value, of which checkTourInput reports the first. */
const INSIDE: Record<string, (value: unknown) => PlacedProblem[]> = { content: contentProblems, targeting_flag_filters: targetingProblems };

/** The fields that cannot be stored as live fields. */
export function fieldProblems({ draft, tour }: CheckedDraft): TourProblem[] {
  try {
    checkTourInput(draftInput(draft), tour.id);
    return [];
  } catch (refusal) {
    if (!(refusal instanceof ValidationError)) throw refusal;
    return refusal.fields.flatMap(({ path, code, message }) => {
      const key = WIRE_NAMES[path ?? ''] ?? path ?? '';
      const inside = draft[key] === null ? [] : (INSIDE[key]?.(draft[key]) ?? []);
      if (inside.length > 0) return inside.map((problem) => error({ ...problem, at: [key, ...problem.at] }, path));
      return [error({ at: [key], code: code as FieldCode, message }, path)];
    });
  }
}
