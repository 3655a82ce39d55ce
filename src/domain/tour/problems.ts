import type { Sql, Statement } from '../../db/sql.ts';
import { isEmptyJson } from '../../json/emptiness.ts';
import { isObject } from '../../json/json-object.ts';
import { pointer } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { FieldProblem } from '../errors.ts';
import { ValidationError } from '../errors.ts';
import { trim } from '../white-space.ts';
import { listSteps, normalizeContent } from './content.ts';
import { draftInput } from './draft-input.ts';
import { checkTourInput } from './input.ts';
import { launchProblems } from './launch-check.ts';
import { checkLinkedVariant } from './linked-variant.ts';
import type { Draft } from './merge-draft.ts';

export interface TourProblem {
  /** ERROR: a publish would be refused for it. WARNING: it would go through, and somebody may be sorry. */
  severity: 'ERROR' | 'WARNING';
  code: string;
  message: string;
  /** JSON pointer into the draft, under the wire's names. */
  path: string;
}

const CONTEXT: Statement = {
  name: 'draft_problem_context',
  text: `SELECT (SELECT f.filters FROM feature_flags f WHERE f.id = $3 AND f.project_id = $2 AND NOT f.deleted) AS filters,
    EXISTS (SELECT FROM tours o WHERE o.project_id = $2 AND o.name = $4 AND NOT o.archived AND o.id <> $1) AS "isNameTaken"`,
};

/** Everything that a publish of the draft would refuse, and what it would let pass but should not. Nothing is written. One statement. */
export async function draftProblems(
  sql: Sql,
  tour: { id: string; projectId: number; startDate: string | null; archived: boolean },
  draft: Draft,
): Promise<TourProblem[]> {
  const fields = fieldProblems(draft, tour.id);
  const content = isObject(draft.content) ? normalizeContent(draft.content) : {};
  const flagId = Number.isInteger(draft.linked_flag_id) && Math.abs(draft.linked_flag_id as number) < 2 ** 31 ? draft.linked_flag_id : null;
  const name = typeof draft.name === 'string' ? trim(draft.name) : '';
  const [context] = await sql.query<{ filters: RawJson | null; isNameTaken: boolean }>(CONTEXT, [tour.id, tour.projectId, flagId, name]);
  const linked = linkProblems(draft, content, context?.filters ?? null);
  const taken: TourProblem[] =
    context?.isNameTaken && !tour.archived ? [error('unique', 'There is already a product tour with this name.', pointer('name'))] : [];
  return [...fields, ...taken, ...linked, ...elementProblems(content, tour.startDate !== null), ...stepWarnings(content)];
}

function fieldProblems(draft: Draft, tourId: string): TourProblem[] {
  try {
    checkTourInput(draftInput(draft), tourId);
    return [];
  } catch (refusal) {
    if (!(refusal instanceof ValidationError)) throw refusal;
    return refusal.fields.map(({ path, code, message }) => error(code, message, path === null ? '' : pointer(WIRE_NAMES[path] ?? path)));
  }
}

const WIRE_NAMES: Record<string, string> = {
  linkedFlagId: 'linked_flag_id',
  targetingFlagFilters: 'targeting_flag_filters',
  autoLaunch: 'auto_launch',
};

function linkProblems(draft: Draft, content: object, filters: RawJson | null): TourProblem[] {
  const variantPath = pointer('content', 'conditions', 'linkedFlagVariant');
  const at = (problem: FieldProblem | null, path: string) => (problem ? [error(problem.code, problem.message, path)] : []);
  if (draft.linked_flag_id != null && !filters)
    return [error('invalid_input', 'Feature Flag with this ID does not exist', pointer('linked_flag_id'))];
  return at(checkLinkedVariant({ content, linkedFlag: filters && { filters: filters.value } }), variantPath);
}

/** A step without its element stops the publish of a launched tour; before the launch there is still time. */
function elementProblems(content: object, isLaunched: boolean): TourProblem[] {
  return launchProblems(content).map(({ stepIndex, key, message }) => ({
    severity: isLaunched ? 'ERROR' : 'WARNING',
    code: 'invalid_input',
    message,
    path: pointer('content', 'steps', stepIndex, key),
  }));
}

function stepWarnings(content: Record<string, unknown>): TourProblem[] {
  const steps = listSteps(content);
  if (steps.length === 0) return [warning('no_steps', 'The tour has no steps: nothing will be shown.', pointer('content', 'steps'))];
  const languages = Array.isArray(content.languages) ? content.languages.filter((language) => typeof language === 'string') : [];
  const seen = new Set<unknown>();
  return steps.flatMap((step, index) => {
    if (!isObject(step)) return [];
    const path = (...keys: string[]) => pointer('content', 'steps', index, ...keys);
    const problems: TourProblem[] = [];
    if (isEmptyJson(step.id))
      problems.push(warning('no_step_id', `Step ${index + 1} has no id: its progress cannot be measured.`, path('id')));
    else if (seen.has(step.id)) problems.push(warning('repeated_step_id', `Step ${index + 1} has the id of an earlier step.`, path('id')));
    seen.add(step.id);
    if (isEmptyJson(step.content) && isEmptyJson(step.contentHtml) && isEmptyJson(step.survey)) {
      problems.push(warning('empty_step', `Step ${index + 1} shows nothing.`, path('content')));
    }
    const translations = isObject(step.translations) ? step.translations : {};
    for (const language of languages) {
      if (isEmptyJson(step.contentHtml) || !isEmptyJson(translations[language])) continue;
      problems.push(warning('missing_translation', `Step ${index + 1} has no text in '${language}'.`, path('translations', language)));
    }
    return problems;
  });
}

function error(code: string, message: string, path: string): TourProblem {
  return { severity: 'ERROR', code, message, path };
}

function warning(code: string, message: string, path: string): TourProblem {
  return { severity: 'WARNING', code, message, path };
}
