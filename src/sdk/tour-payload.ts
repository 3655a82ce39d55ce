import type { PublishedTour } from '../domain/published-project.ts';
import { stringify } from '../json/stringify.ts';
import { DATE_TIME, FREE_OBJECT, type JsonSchema, listSchema, objectSchema, orNull } from '../openapi/json-schema.ts';

/** What the public may know of tours, as the body of an answer. */
export function tourPayload(tours: readonly PublishedTour[]): string {
  return stringify({ product_tours: tours.map(publicTour) });
}

/**
 * One tour, in the contract's order (section 15.1). Every key is named here, so that nothing gets out by being added to a tour. A tour without an internal
 * flag has no such key at all, which the SDK tells from null.
 */
function publicTour(tour: PublishedTour) {
  return {
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
  };
}

const PROPERTIES = {
  id: { type: 'string', format: 'uuid' },
  name: { type: 'string' },
  tour_type: { type: 'string', description: '`tour`, `announcement` or `banner`, unless the content says otherwise.' },
  internal_targeting_flag_key: { type: 'string', description: 'The flag that decides who sees it; left out when there is none.' },
  linked_flag_key: { type: ['string', 'null'], description: 'A flag that must be on as well.' },
  steps: listSchema(FREE_OBJECT),
  conditions: { ...orNull(FREE_OBJECT), description: 'Where and when to show it, as in content; null when content says nothing.' },
  appearance: { description: 'How it looks, as in content; null when content says nothing.' },
  display_frequency: { description: '`show_once`, `until_interacted` or `always`, as in content; null when content says nothing.' },
  auto_launch: { type: 'boolean', description: 'Whether it shows by itself.' },
  start_date: DATE_TIME,
  end_date: orNull(DATE_TIME),
} satisfies Record<keyof ReturnType<typeof publicTour>, JsonSchema>;

/** The same, for its readers. */
export const TOURS_SCHEMA = objectSchema({
  product_tours: listSchema({
    ...objectSchema(PROPERTIES),
    required: Object.keys(PROPERTIES).filter((name) => name !== 'internal_targeting_flag_key'),
  }),
});
