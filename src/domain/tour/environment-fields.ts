import type { Sql, Statement } from '../../db/sql.ts';
import type { JsonObject } from '../../json/json-object.ts';
import { compileCondition } from '../targeting/condition.ts';
import { refusal } from './environment.ts';
import type { LiveFields } from './input.ts';
import { flagId } from './linked-flag.ts';
import { withSurveyLinksOf } from './survey-links.ts';
import { onTour, seenTourId } from './system-condition.ts';
import type { TargetingFlagFilters } from './targeting-filters.ts';

/** The project that a tour comes from, and the one that it goes to. */
interface Passage {
  from: number;
  to: number;
}

const FIND_FLAG: Statement = {
  name: 'find_flag_of_environment',
  text: `SELECT here.key, there.id FROM feature_flags here
    LEFT JOIN feature_flags there ON there.project_id = $3 AND there.key = here.key AND NOT there.deleted
    WHERE here.id = $1 AND here.project_id = $2 AND NOT here.deleted`,
};

const FIND_DEPENDENCIES: Statement = {
  name: 'find_dependencies_of_environment',
  text: `SELECT here.id AS "hereId", here.key, there.id AS "thereId" FROM feature_flags here
    LEFT JOIN feature_flags there ON there.project_id = $3 AND there.key = here.key AND NOT there.deleted
    WHERE here.project_id = $2 AND NOT here.deleted AND (here.id::text = ANY($1::text[]) OR here.key = ANY($1::text[])) ORDER BY here.id`,
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
 * @throws ValidationError for a flag or a tour that is not there
 */
export async function fieldsElsewhere<T extends Partial<LiveFields>>(tx: Sql, passage: Passage, fields: T, content: unknown): Promise<T> {
  const linkedFlagId = fields.linkedFlagId == null ? null : await flagElsewhere(tx, passage, fields.linkedFlagId);
  const targeting = fields.targeting ? await targetingElsewhere(tx, passage, fields.targeting as TargetingFlagFilters) : null;
  return { ...fields, linkedFlagId, targeting, content: withSurveyLinksOf(fields.content ?? {}, content) };
}

async function flagElsewhere(tx: Sql, { from, to }: Passage, id: number): Promise<number> {
  const known = flagId(id);
  const [flag] = known === null ? [] : await tx.query<{ key: string; id: number | null }>(FIND_FLAG, [known, from, to]);
  if (!flag) throw refusal('Feature Flag with this ID does not exist', 'linkedFlagId');
  if (flag.id === null) throw refusal(`Project ${to} has no feature flag with the key '${flag.key}'.`, 'linkedFlagId');
  return flag.id;
}

async function targetingElsewhere(tx: Sql, passage: Passage, targeting: TargetingFlagFilters): Promise<TargetingFlagFilters> {
  return toursElsewhere(tx, passage, await dependenciesElsewhere(tx, passage, targeting));
}

/** A condition on another flag names the flag with the same key in the other project. */
async function dependenciesElsewhere(tx: Sql, { from, to }: Passage, { groups }: TargetingFlagFilters): Promise<TargetingFlagFilters> {
  const references = new Set(groups.flatMap(({ properties }) => properties.flatMap((property) => compileCondition(property).flag ?? [])));
  if (references.size === 0) return { groups };
  const found = await tx.query<{ hereId: number; key: string; thereId: number | null }>(FIND_DEPENDENCIES, [[...references], from, to]);
  const byReference = new Map([
    ...found.map((flag) => [flag.key, flag] as const),
    ...found.map((flag) => [String(flag.hereId), flag] as const),
  ]);
  for (const reference of references) {
    const flag = byReference.get(reference);
    if (!flag) throw refusal(`A condition names the feature flag '${reference}', which does not exist.`, 'targetingFlagFilters');
    if (flag.thereId === null) throw refusal(`Project ${to} has no feature flag with the key '${flag.key}'.`, 'targetingFlagFilters');
  }
  const translated = (property: JsonObject) => {
    const flag = byReference.get(compileCondition(property).flag ?? '');
    return flag && property.key !== flag.key ? { ...property, key: String(flag.thereId) } : property;
  };
  return { groups: groups.map((group) => ({ ...group, properties: group.properties.map(translated) })) };
}

/** Conditions on tours that this project does not have stay as they are. */
async function toursElsewhere(tx: Sql, { from, to }: Passage, { groups }: TargetingFlagFilters): Promise<TargetingFlagFilters> {
  const ids = groups.flatMap(({ properties }) => properties.flatMap((property) => seenTourId(property) ?? []));
  if (ids.length === 0) return { groups };
  const found = await tx.query<{ hereId: string; thereId: string | null }>(FIND_SEEN, [ids, from, to]);
  const missing = found.find(({ thereId }) => thereId === null);
  if (missing)
    throw refusal(`A condition names the tour ${missing.hereId}, which is not published to project ${to}.`, 'targetingFlagFilters');
  const elsewhere = new Map(found.map(({ hereId, thereId }) => [hereId, thereId]));
  const translated = (property: JsonObject) => {
    const id = elsewhere.get(seenTourId(property) ?? '');
    return id ? onTour(property, id) : property;
  };
  return { groups: groups.map((group) => ({ ...group, properties: group.properties.map(translated) })) };
}
