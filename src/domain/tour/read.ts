import type { Sql } from '../../db/sql.ts';
import { requireScope } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotFoundError } from '../errors.ts';
import { loadTour, selectTours } from './batch.ts';
import { tourColumns } from './columns.ts';
import type { Tour, TourSelection } from './tour.ts';

/** The tour, archived or not; null when there is none that the actor may see. One statement at most, whatever the parts. */
export async function findTour(deps: Deps, actor: Actor, id: string, parts: readonly TourSelection[]): Promise<Tour | null> {
  requireScope(actor, 'product_tour:read');
  return readTour(deps.db.sql, id, parts, actor.projectIds);
}

/** The tours with these ids, in the order of the ids; null for each that the actor may not see. */
export async function findToursById(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
  parts: readonly TourSelection[],
): Promise<(Tour | null)[]> {
  requireScope(actor, 'product_tour:read');
  const tours = new Map((await selectTours(deps.db.sql, tourColumns(parts), ids)).map((tour) => [tour.id, tour]));
  return ids.map((id) => {
    const tour = tours.get(id);
    return tour && actor.projectIds.includes(tour.projectId) ? tour : null;
  });
}

/** @throws NotFoundError */
export async function getTour(deps: Deps, actor: Actor, id: string, parts: readonly TourSelection[]): Promise<Tour> {
  const tour = await findTour(deps, actor, id, parts);
  if (!tour) throw new NotFoundError();
  return tour;
}

/** Reads a tour past any check of scope: for use cases that have made theirs, and for the result of a write. The row may be shared: do not change it. */
export async function readTour(sql: Sql, id: string, parts: readonly TourSelection[], projectIds: readonly number[]): Promise<Tour | null> {
  const tour = await loadTour(sql, tourColumns(parts), id);
  return tour && projectIds.includes(tour.projectId) ? tour : null;
}
