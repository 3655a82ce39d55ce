import type { Sql, Statement } from '../../db/sql.ts';
import { isObject } from '../../json/json-object.ts';
import { RawJson } from '../../json/raw-json.ts';
import { type FieldProblem, ValidationError } from '../errors.ts';
import { trim } from '../white-space.ts';
import { fieldsElsewhere, type Passage } from './environment-fields.ts';
import { withoutLinkedVariant } from './linked-flag.ts';
import type { Draft } from './merge-draft.ts';
import { completeRefusal } from './problems.ts';
import { userGroups } from './targeting-filters.ts';

const NAMESAKE: Statement = {
  name: 'find_namesake',
  text: 'SELECT id FROM tours WHERE project_id = $1 AND name = $2 AND NOT archived AND id IS DISTINCT FROM $3::uuid',
};

/**
 * Another tour of a project that has the name of a tour which is to be published there.
 *
 * @param id what the tour is published as there; null: it is not there yet
 */
export async function namesakeElsewhere(sql: Sql, projectId: number, name: string, id: string | null): Promise<FieldProblem[]> {
  const [other] = await sql.query<{ id: string }>(NAMESAKE, [projectId, name, id]);
  if (!other) return [];
  const message = `Project ${projectId} has another product tour with this name, ${other.id}, which is not published from this one.`;
  return [{ path: 'name', code: 'unique', message, pointer: '/name' }];
}

const FIND_PUBLISHED: Statement = {
  name: 'find_published_tour',
  text: `SELECT id, project_id AS "projectId", start_date AS "startDate", end_date AS "endDate", archived, content
    FROM tours WHERE source_tour_id = $1 AND project_id = $2`,
};

interface PublishedTour {
  id: string;
  projectId: number;
  startDate: string | null;
  endDate: string | null;
  archived: boolean;
  content: RawJson;
}

/**
 * The refusal of a publish to another project with everything that prevents it: what the draft itself does, and what it lacks there.
 *
 * @param draft with the live values of the keys that it lacks
 * @param refusal the error that the publish stopped at, which stays the first
 */
export async function completeEnvironmentRefusal(
  sql: Sql,
  tourId: string,
  passage: Passage,
  draft: Draft,
  refusal: ValidationError,
): Promise<ValidationError> {
  const [published = null] = await sql.query<PublishedTour>(FIND_PUBLISHED, [tourId, passage.to]);
  const name = typeof draft.name === 'string' ? trim(draft.name) : '';
  const namesakes = published?.archived ? [] : await namesakeElsewhere(sql, passage.to, name, published?.id ?? null);
  const targeting = { groups: userGroups(draft.targeting_flag_filters, tourId) };
  const named = { linkedFlagId: draft.linked_flag_id as number | null, targeting };
  const { value, obstacles } = await fieldsElsewhere(sql, passage, named, null);
  const found = [...refusal.fields, ...[...namesakes, ...obstacles].filter((one) => !refusal.fields.some((other) => isSame(one, other)))];
  // The name was looked for above, which says whose it is.
  const there = { ...(published ?? unpublished(tourId, passage.to)), archived: true };
  return completeRefusal(sql, there, draftElsewhere(draft, value.linkedFlagId), new ValidationError(found));
}

/** The draft with the flag of the other project; without the variant, where that has no such flag. */
function draftElsewhere(draft: Draft, linkedFlagId: number | null): Draft {
  const isFlagMissing = linkedFlagId === null && draft.linked_flag_id != null;
  const content = isFlagMissing && isObject(draft.content) ? withoutLinkedVariant(draft.content) : draft.content;
  return { ...draft, linked_flag_id: linkedFlagId, content };
}

function isSame(one: FieldProblem, other: FieldProblem): boolean {
  return one.path === other.path && one.code === other.code && one.message === other.message;
}

function unpublished(id: string, projectId: number): PublishedTour {
  return { id, projectId, startDate: null, endDate: null, archived: false, content: new RawJson('{}') };
}
