import { type PublicTour, publicTour } from '../domain/public-tour.ts';
import { stringify } from '../json/stringify.ts';
import { DATE_TIME, FREE_OBJECT, type JsonSchema, listSchema, objectSchema, orNull } from '../openapi/json-schema.ts';

/** What the public may know of tours, as the body of an answer. */
export function tourPayload(tours: readonly PublicTour[]): string {
  return stringify({ product_tours: tours.map(publicTour) });
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
