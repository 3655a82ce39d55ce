import type { Sql, Statement } from '../../db/sql.ts';
import { isEmptyJson } from '../../json/emptiness.ts';
import { isObject, type JsonObject } from '../../json/json-object.ts';
import { pointer } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { type FieldCode, type FieldProblem, type PlacedProblem, ValidationError } from '../errors.ts';
import { trim } from '../white-space.ts';
import { NAME_TAKEN } from './change-live.ts';
import { contentProblems, listSteps, normalizeContent } from './content.ts';
import { draftInput } from './draft-input.ts';
import { checkTourInput } from './input.ts';
import { contentToLaunch, launchProblems } from './launch-check.ts';
import { flagId, linkProblem } from './linked-flag.ts';
import type { Draft } from './merge-draft.ts';
import { targetingProblems } from './targeting-filters.ts';

export interface TourProblem {
  /** ERROR: a publish would be refused for it. WARNING: it would go through, and somebody may be sorry. */
  severity: 'ERROR' | 'WARNING';
  code: string;
  message: string;
  /** JSON pointer into the draft, under the wire's names. */
  path: string;
  /** The field by which a refusal names it, as of FieldProblem. */
  field: string | null;
}

const CONTEXT: Statement = {
  name: 'draft_problem_context',
  text: `SELECT (SELECT f.filters FROM feature_flags f WHERE f.id = $3 AND f.project_id = $2 AND NOT f.deleted) AS filters,
    EXISTS (SELECT FROM tours o WHERE o.project_id = $2 AND o.name = $4 AND NOT o.archived AND o.id <> $1) AS "isNameTaken"`,
};

/** Everything that a publish of the draft would refuse, and what it would let pass but should not. Nothing is written. One statement. */
export async function draftProblems(
  sql: Sql,
  tour: { id: string; projectId: number; startDate: string | null; endDate: string | null; archived: boolean; content: RawJson },
  draft: Draft,
): Promise<TourProblem[]> {
  const fields = fieldProblems(draft, tour.id);
  const content = isObject(draft.content) ? normalizeContent(draft.content) : {};
  const name = typeof draft.name === 'string' ? trim(draft.name) : '';
  const values = [tour.id, tour.projectId, flagId(draft.linked_flag_id), name];
  const [context] = await sql.query<{ filters: RawJson | null; isNameTaken: boolean }>(CONTEXT, values);
  const filters = context?.filters;
  const link = { linkedFlagId: draft.linked_flag_id ?? null, content };
  const linked = linkProblem(link, filters ? { filters } : null, { flag: true, variant: true });
  const taken = context?.isNameTaken && !tour.archived ? [error({ at: ['name'], ...NAME_TAKEN }, 'name')] : [];
  return [...fields, ...taken, ...(linked ? [error(linked, null)] : []), ...elementProblems(tour, content), ...stepWarnings(content)];
}

/**
 * The refusal of a publish with all that stands in its way, each at its place.
 *
 * @param refusal what the publish came upon first, which is told first
 */
export async function completeRefusal(
  sql: Sql,
  tour: Parameters<typeof draftProblems>[1],
  draft: Draft,
  refusal: ValidationError,
): Promise<ValidationError> {
  const problems = (await draftProblems(sql, tour, draft)).filter(({ severity }) => severity === 'ERROR');
  const found = problems.map(
    ({ field, code, message, path }): FieldProblem => ({ path: field, code: code as FieldCode, message, pointer: path }),
  );
  const [first] = refusal.fields;
  const isSame = (one: FieldProblem, two: FieldProblem) => one.path === two.path && one.code === two.code && one.message === two.message;
  const unplaced = refusal.fields.filter((field) => !found.some((problem) => isSame(problem, field)));
  const all = [...unplaced, ...found];
  const head = all.find((problem) => first && isSame(problem, first));
  return new ValidationError(head ? [head, ...all.filter((problem) => problem !== head)] : all);
}

function fieldProblems(draft: Draft, tourId: string): TourProblem[] {
  try {
    checkTourInput(draftInput(draft), tourId);
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

const WIRE_NAMES: Record<string, string> = {
  linkedFlagId: 'linked_flag_id',
  targetingFlagFilters: 'targeting_flag_filters',
  autoLaunch: 'auto_launch',
};

/** All that is wrong within a key, of which a refusal tells the first. */
const INSIDE: Record<string, (value: unknown) => PlacedProblem[]> = { content: contentProblems, targeting_flag_filters: targetingProblems };

/** A step without its element stops the publish of a launched tour; before the launch there is still time. */
function elementProblems(tour: Parameters<typeof draftProblems>[1], content: JsonObject): TourProblem[] {
  const live = { ...tour, content: tour.content.value as JsonObject };
  const severity = contentToLaunch(live, { ...live, content }) ? 'ERROR' : 'WARNING';
  return launchProblems(content).map(({ stepIndex, key, message }) => ({
    severity,
    code: 'invalid_input',
    message,
    path: pointer('content', 'steps', stepIndex, key),
    field: null,
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

function error({ at, code, message }: PlacedProblem, field: string | null): TourProblem {
  return { severity: 'ERROR', code, message, path: pointer(...at), field };
}

function warning(code: string, message: string, path: string): TourProblem {
  return { severity: 'WARNING', code, message, path, field: null };
}
