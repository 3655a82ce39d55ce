import type { PublishedTour } from '../../published-project.ts';
import { findCrash } from './page-problems.ts';

/** Of each version of a tour, whether browsers receive it. */
export type Verdicts = ReadonlyMap<string, boolean>;

/**
 * Leaves out the tours on which the SDK would throw, which would stop all tours of a page.
 *
 * @param known what was found before: the content of a version never changes
 */
export function deliverableTours(tours: readonly PublishedTour[], known: Verdicts): { tours: PublishedTour[]; verdicts: Verdicts } {
  const verdicts = new Map(tours.map((tour) => [keyOf(tour), known.get(keyOf(tour)) ?? isDeliverable(tour)]));
  return { tours: tours.filter((tour) => verdicts.get(keyOf(tour))), verdicts };
}

function isDeliverable({ steps, conditions, appearance }: PublishedTour): boolean {
  return findCrash({ steps: steps.value, conditions: conditions?.value, appearance: appearance?.value }) === null;
}

function keyOf({ id, versionNumber }: PublishedTour): string {
  return `${id} ${versionNumber}`;
}
