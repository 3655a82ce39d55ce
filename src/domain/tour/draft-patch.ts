import { type FieldProblem, ValidationError } from '../errors.ts';
import { checkDraftJson, checkDraftText } from './field-rules.ts';

/** The keys of a draft that a save brings; absent keeps, null clears. They carry the wire's names, since a draft is stored and shown under them. */
export interface DraftPatch {
  name?: string | null | undefined;
  description?: string | null | undefined;
  content?: unknown;
  auto_launch?: boolean | null | undefined;
  targeting_flag_filters?: unknown;
  linked_flag_id?: number | null | undefined;
}

/**
 * Refuses only what no later save could mend into something publishable: content that is neither object nor null, and text that the database cannot hold.
 * Incomplete steps, a blank name and the like are an editor's everyday state.
 *
 * @throws ValidationError
 */
export function checkDraftPatch(patch: DraftPatch): DraftPatch {
  const problems: FieldProblem[] = [];
  const present = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as DraftPatch;
  for (const key of ['name', 'description'] as const) {
    const problem = typeof present[key] === 'string' ? checkDraftText(key, present[key]) : null;
    if (problem) problems.push(problem);
  }
  const { content, targeting_flag_filters } = present;
  if (content != null && (typeof content !== 'object' || Array.isArray(content))) {
    problems.push({ path: 'content', code: 'invalid_input', message: 'Content must be an object' });
  }
  for (const [path, value] of [
    ['content', content],
    ['targetingFlagFilters', targeting_flag_filters],
  ] as const) {
    const problem = checkDraftJson(path, value);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) throw new ValidationError(problems);
  return present;
}
