import type { Sql, Statement } from '../../db/sql.ts';
import type { JsonObject } from '../../json/json-object.ts';
import type { FieldProblem } from '../errors.ts';
import type { LiveFields } from './input.ts';
import { flagId } from './linked-flag.ts';
import { withSurveyLinksOf } from './survey-links.ts';
import { onTour, seenTourId } from './system-condition.ts';
import type { TargetingFlagFilters } from './targeting-filters.ts';

/** The project that a tour comes from, and the one that it goes to. */
export interface Passage {
  from: number;
  to: number;
}

/** What a tour names in its own project, translated as far as the other project has it, and what that lacks. */
interface Translated<Value> {
  value: Value;
  obstacles: FieldProblem[];
}

const FIND_FLAG: Statement = {
  name: 'find_flag_of_environment',
  text: `SELECT here.key, there.id FROM feature_flags here
    LEFT JOIN feature_flags there ON there.project_id = $3 AND there.key = here.key AND NOT there.deleted
    WHERE here.id = $1 AND here.project_id = $2 AND NOT here.deleted`,
};

const FIND_SEEN: Statement = {
  name: 'find_seen_tours_of_environment',
  text: `SELECT here.id AS "hereId", there.id AS "thereId" FROM tours here
    LEFT JOIN tours there ON there.source_tour_id = here.id AND there.project_id = $3
    WHERE here.id::text = ANY($1::text[]) AND here.project_id = $2 ORDER BY here.id`,
};

/**
 * What a tour says, as it has to be said in another project: with the flag of the same key, with conditions on what other tours are published as there, and with
 * steps that name no surveys but those of the tour that they become part of.
 *
 * @param content of that tour; null: it is not there yet
 */
export async function fieldsElsewhere<T extends Partial<LiveFields>>(
  tx: Sql,
  passage: Passage,
  fields: T,
  content: unknown,
): Promise<Translated<T>> {
  const flag = await flagElsewhere(tx, passage, fields.linkedFlagId ?? null);
  const targeting = await targetingElsewhere(tx, passage, (fields.targeting ?? null) as TargetingFlagFilters | null);
  const translated = { linkedFlagId: flag.value, targeting: targeting.value, content: withSurveyLinksOf(fields.content ?? {}, content) };
  return { value: { ...fields, ...translated }, obstacles: [...flag.obstacles, ...targeting.obstacles] };
}

/** The flag with the same key; of one that is not there, null. */
async function flagElsewhere(tx: Sql, { from, to }: Passage, id: unknown): Promise<Translated<number | null>> {
  if (id === null) return { value: null, obstacles: [] };
  const known = flagId(id);
  const [flag] = known === null ? [] : await tx.query<{ key: string; id: number | null }>(FIND_FLAG, [known, from, to]);
  if (flag?.id != null) return { value: flag.id, obstacles: [] };
  const message = flag ? `Project ${to} has no feature flag with the key '${flag.key}'.` : 'Feature Flag with this ID does not exist';
  return { value: null, obstacles: [{ path: 'linkedFlagId', code: 'invalid_input', message, pointer: '/linked_flag_id' }] };
}

/** Conditions on tours that this project does not have stay unchanged. */
async function targetingElsewhere(
  tx: Sql,
  { from, to }: Passage,
  targeting: TargetingFlagFilters | null,
): Promise<Translated<TargetingFlagFilters | null>> {
  const groups = targeting?.groups ?? [];
  const ids = groups.flatMap(({ properties }) => properties.flatMap((property) => seenTourId(property) ?? []));
  if (ids.length === 0) return { value: targeting, obstacles: [] };
  const found = await tx.query<{ hereId: string; thereId: string | null }>(FIND_SEEN, [ids, from, to]);
  const obstacles = found
    .filter(({ thereId }) => thereId === null)
    .map(({ hereId }): FieldProblem => {
      const message = `A condition names the tour ${hereId}, which is not published to project ${to}.`;
      return { path: 'targetingFlagFilters', code: 'invalid_input', message, pointer: '/targeting_flag_filters' };
    });
  const elsewhere = new Map(found.map(({ hereId, thereId }) => [hereId, thereId]));
  const translated = (property: JsonObject) => {
    const id = elsewhere.get(seenTourId(property) ?? '');
    return id ? onTour(property, id) : property;
  };
  return { value: { groups: groups.map((group) => ({ ...group, properties: group.properties.map(translated) })) }, obstacles };
}
