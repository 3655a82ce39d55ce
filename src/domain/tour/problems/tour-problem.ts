import { pointer } from '../../../json/patch.ts';
import type { PlacedProblem } from '../../errors.ts';

/** A problem of a draft. */
export interface TourProblem {
  /** ERROR: a publish is refused. WARNING: the draft can be published, but this is probably a mistake. */
  severity: 'ERROR' | 'WARNING';
  code: string;
  message: string;
  /** JSON pointer into the draft, with the keys of the REST API. */
  path: string;
  /** The `path` of the FieldProblem in the refusal of a publish. */
  field: string | null;
}

export function error({ at, code, message }: PlacedProblem, field: string | null): TourProblem {
  return { severity: 'ERROR', code, message, path: pointer(...at), field };
}

/** @param at the keys and positions that lead to the place in the draft */
export function warning(code: string, message: string, at: readonly (string | number)[]): TourProblem {
  return { severity: 'WARNING', code, message, path: pointer(...at), field: null };
}
