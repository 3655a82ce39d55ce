import { type FieldProblem, ValidationError } from '../errors.ts';
import { checkContent } from './content.ts';
import { checkDescription, checkName } from './field-rules.ts';
import { checkTargetingFlagFilters } from './targeting-filters.ts';

/** The writable fields as a caller gives them: absent keeps (or takes the default), null clears where that is allowed. */
export interface TourInput {
  name?: string | null | undefined;
  description?: string | null | undefined;
  linkedFlagId?: number | null | undefined;
  targetingFlagFilters?: unknown;
  content?: unknown;
  autoLaunch?: boolean | null | undefined;
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
  archived?: boolean | null | undefined;
}

/** The live fields of a tour, checked and normalised. */
export interface LiveFields {
  name: string;
  description: string;
  linkedFlagId: number | null;
  targeting: object | null;
  content: Record<string, unknown>;
  autoLaunch: boolean;
  startDate: string | null;
  endDate: string | null;
  archived: boolean;
}

/**
 * The checks that need one field alone, in the order in which the REST contract declares the fields (section 3).
 *
 * @param tourId of the tour that there is already: of conditions on what people have seen, only those on itself are the gateway's own
 * @throws ValidationError with every problem found; the first is the one that REST reports
 */
export function checkTourInput(input: TourInput, tourId?: string): Partial<LiveFields> {
  const problems: FieldProblem[] = [];
  const fields: Partial<LiveFields> = {};

  function take<K extends keyof LiveFields, V>(
    key: K,
    path: keyof TourInput,
    value: V | null | undefined,
    check: (value: V) => Checked<LiveFields[K]>,
  ) {
    if (value === undefined) return;
    const checked = value === null ? notNull(path) : check(value);
    if ('problem' in checked) problems.push(checked.problem);
    else fields[key] = checked.value;
  }

  take('name', 'name', input.name, checkName);
  take('description', 'description', input.description, checkDescription);
  if (input.linkedFlagId !== undefined) fields.linkedFlagId = input.linkedFlagId;
  if (input.targetingFlagFilters !== undefined) {
    const checked = checkTargetingFlagFilters(input.targetingFlagFilters, tourId);
    if ('problem' in checked) problems.push(checked.problem);
    else fields.targeting = checked.value;
  }
  take('content', 'content', input.content, checkContent);
  take('autoLaunch', 'autoLaunch', input.autoLaunch, accept);
  if (input.startDate !== undefined) fields.startDate = input.startDate;
  if (input.endDate !== undefined) fields.endDate = input.endDate;
  take('archived', 'archived', input.archived, accept);

  if (problems.length > 0) throw new ValidationError(problems);
  return fields;
}

type Checked<T> = { value: T } | { problem: FieldProblem };

const accept = <T>(value: T): Checked<T> => ({ value });

function notNull(path: string): { problem: FieldProblem } {
  return { problem: { path, code: 'null', message: 'This field may not be null.' } };
}
