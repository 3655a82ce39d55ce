import { isUniqueViolation } from '../../db/pg-errors.ts';
import type { Sql, Statement } from '../../db/sql.ts';
import { requireProject } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { refuseTakenName } from './change-live.ts';

/** What a tour is published as in another project of its organization. */
export interface TourEnvironment {
  sourceId: string;
  projectId: number;
  tourId: string;
  /** The revision of the source that was published there last. */
  publishedRevision: number;
  publishedAt: string;
}

const FIND: Statement = {
  name: 'find_tour_environments',
  text: `SELECT source_tour_id AS "sourceId", project_id AS "projectId", id AS "tourId", source_revision AS "publishedRevision",
    source_published_at AS "publishedAt" FROM tours WHERE source_tour_id = ANY($1::uuid[]) ORDER BY project_id`,
};

/** For each tour, what it is published as elsewhere, past any check: whether the caller may see those projects is the caller's to ask. */
export async function findEnvironments({ db }: Deps, sourceIds: readonly string[]): Promise<TourEnvironment[][]> {
  const found = await db.sql.query<TourEnvironment>(FIND, [[...new Set(sourceIds)]]);
  return sourceIds.map((id) => found.filter(({ sourceId }) => sourceId === id));
}

const RELATE: Statement = {
  name: 'relate_environment',
  text: `SELECT here.organization_id = there.organization_id AS "isSister", source.id AS "sourceId"
    FROM tours t JOIN projects here ON here.id = t.project_id JOIN projects there ON there.id = $2
    LEFT JOIN tours source ON source.id = t.source_tour_id AND source.project_id = there.id
    WHERE t.id = $1`,
};

/**
 * Whether a tour may be published to a project.
 *
 * @throws NotFoundError for a project that is not there for the caller; PermissionError; ValidationError for one that is no environment of this tour
 */
export async function requireEnvironment(
  tx: Sql,
  actor: Actor,
  tour: { id: string; projectId: number },
  environment: number,
): Promise<void> {
  requireProject(actor, environment, 'product_tour:write');
  if (environment === tour.projectId) throw refusal('This is the tour’s own project. Without an environment, the draft is published here.');
  const [relation] = await tx.query<{ isSister: boolean; sourceId: string | null }>(RELATE, [tour.id, environment]);
  if (!relation?.isSister) throw refusal(`Project ${environment} belongs to another organization.`);
  if (relation.sourceId !== null)
    throw refusal(`This tour is published from project ${environment}, where it is the tour ${relation.sourceId}. Publish that one.`);
}

/** Why a tour cannot be published to an environment. */
export function refusal(message: string, path = 'environment'): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}

/** For a tour that is to be there again or for the first time: neither its name nor its source may be that of another one, also between two requests at once. */
export function refuseTakenPlace(error: unknown): never {
  if (isUniqueViolation(error, 'tours_source_tour_id_project_id_key')) {
    const message = 'Another tour of this project has just become what the same tour is published as. Try again.';
    throw new ValidationError([{ path: null, code: 'unique', message }]);
  }
  return refuseTakenName(error);
}
