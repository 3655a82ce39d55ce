import type { GraphQLResolveInfo } from 'graphql';
import { NotFoundError } from '../domain/errors.ts';
import { readTour } from '../domain/tour/read.ts';
import type { Tour, TourSelection } from '../domain/tour/tour.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { tourParts } from './selection.ts';
import { TourRef } from './tour.ts';

/** The success type of a mutation that answers with a tour and nothing else. */
export function tourSuccess(name: string, description: string) {
  return builder.objectRef<{ tour: Tour }>(name).implement({ description, fields: (t) => ({ tour: t.expose('tour', { type: TourRef }) }) });
}

/** What is selected of the tour in a mutation's result. */
export function writtenParts(info: GraphQLResolveInfo): TourSelection[] {
  return tourParts(info, ['tour']);
}

/**
 * The tour as the mutation left it, or as others have since.
 *
 * @throws NotFoundError when it is gone: deleted meanwhile, or long after the request that an idempotency key repeats
 */
export async function writtenTour({ deps, actor }: Context, id: string, info: GraphQLResolveInfo): Promise<{ tour: Tour }> {
  const tour = await readTour(deps.db.sql, id, writtenParts(info), actor.projectIds);
  if (!tour) throw new NotFoundError('The tour was written and has been deleted since.');
  return { tour };
}
