import type { PublishedTour } from '../domain/published-project.ts';
import { stringify } from '../json/stringify.ts';

/**
 * What the public may know of tours, in the contract's order (section 15.1). Every key is named here, so that nothing gets out by being added to a tour. A
 * tour without an internal flag has no such key at all, which the SDK tells from null.
 */
export function tourPayload(tours: readonly PublishedTour[]): string {
  return stringify({
    product_tours: tours.map((tour) => ({
      id: tour.id,
      name: tour.name,
      tour_type: tour.type,
      ...(tour.internalFlagKey !== null && { internal_targeting_flag_key: tour.internalFlagKey }),
      linked_flag_key: tour.linkedFlagKey,
      steps: tour.steps,
      conditions: tour.conditions,
      appearance: tour.appearance,
      display_frequency: tour.displayFrequency,
      auto_launch: tour.autoLaunch,
      start_date: tour.startDate,
      end_date: tour.endDate,
    })),
  });
}
