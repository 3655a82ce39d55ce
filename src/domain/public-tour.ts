import type { RawJson } from '../json/raw-json.ts';
import { PUBLIC_TYPE_SQL } from './tour/content/tour-type.ts';

/** What a browser needs to show a tour, people and what they work with left out. JSON comes as it is stored. */
export interface PublicTour {
  id: string;
  name: string;
  type: string;
  steps: RawJson;
  conditions: RawJson | null;
  appearance: RawJson | null;
  displayFrequency: RawJson | null;
  autoLaunch: boolean;
  /** Null only in a preview: nobody else is told of a tour that was never launched. */
  startDate: string | null;
  endDate: string | null;
  internalFlagKey: string | null;
  linkedFlagKey: string | null;
}

/** It in SQL, of a tour `t`. */
export const PUBLIC_TOUR = {
  columns: `t.id, t.name,
      ${PUBLIC_TYPE_SQL} AS type,
      CASE WHEN jsonb_typeof(t.content->'steps') = 'array' THEN t.content->'steps' ELSE '[]' END AS steps,
      t.content->'conditions' AS conditions, t.content->'appearance' AS appearance, t.content->'displayFrequency' AS "displayFrequency",
      t.auto_launch AS "autoLaunch", t.start_date AS "startDate", t.end_date AS "endDate", i.key AS "internalFlagKey", l.key AS "linkedFlagKey"`,
  joins: `
      LEFT JOIN feature_flags i ON i.id = t.internal_targeting_flag_id
      LEFT JOIN feature_flags l ON l.id = t.linked_flag_id AND l.project_id = t.project_id AND NOT l.deleted`,
};

/**
 * A tour as browsers' SDKs read it, in the contract's order (section 15.1). Every key is named here, so that nothing gets out by being added to a tour. A tour
 * without an internal flag has no such key at all, which the SDK tells from null.
 */
export function publicTour(tour: PublicTour) {
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
