import type { Sql } from '../../db/sql.ts';
import { requireScope } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotFoundError } from '../errors.ts';
import { tourColumns } from './columns.ts';
import type { Tour, TourPart } from './tour.ts';

/** The tour, archived or not; null when there is none that the actor may see. One statement, whatever the parts. */
export async function findTour(deps: Deps, actor: Actor, id: string, parts: readonly TourPart[]): Promise<Tour | null> {
  const [tour] = await findToursById(deps, actor, [id], parts);
  return tour ?? null;
}

/** The tours with these ids, in the order of the ids; null for each that the actor may not see. */
export async function findToursById(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
  parts: readonly TourPart[],
): Promise<(Tour | null)[]> {
  requireScope(actor, 'product_tour:read');
  return readTours(deps.db.sql, ids, parts, actor.projectIds);
}

/** @throws NotFoundError */
export async function getTour(deps: Deps, actor: Actor, id: string, parts: readonly TourPart[]): Promise<Tour> {
  const tour = await findTour(deps, actor, id, parts);
  if (!tour) throw new NotFoundError();
  return tour;
}

/** Reads tours past any check of scope: for use cases that have made theirs, and for the result of a write. */
export async function readTours(
  sql: Sql,
  ids: readonly string[],
  parts: readonly TourPart[],
  projectIds: readonly number[],
): Promise<(Tour | null)[]> {
  const columns = tourColumns(parts);
  const text = `SELECT ${columns.select} FROM tours t ${columns.joins} WHERE t.id = ANY($1::uuid[]) AND t.project_id = ANY($2::int[])`;
  const rows = await sql.query<Record<string, unknown>>({ name: `tours_by_id_${columns.key}`, text }, [ids, projectIds]);
  const byId = new Map(rows.map((row) => [row.id as string, columns.read(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}
