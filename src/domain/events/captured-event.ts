import type { JsonObject } from '../../json/json-object.ts';

/** Something that happened in somebody's browser, as far as this gateway cares. All texts and JSON in it are fit for the database. */
export interface CapturedEvent {
  projectId: number;
  /** The browser's own id of the event, a UUID in lower case: the same event may come twice. */
  id: string;
  name: string;
  distinctId: string;
  /** When it happened; never later than it arrived. */
  occurredAt: Date;
  /** The id under which the person was known until now; of `$identify` alone. */
  anonymousId: string | null;
  /** Changes to the person's properties. */
  set: JsonObject;
  setOnce: JsonObject;
  unset: string[];
  /** Null: the event is not about a tour. */
  tour: TourReference | null;
}

interface TourReference {
  /** Which tour the event names. Null: it names a survey alone, of which the tour is known. */
  tourId: string | null;
  surveyId: string | null;
  /** What the event says about the tour and its surveys, `$product_tour_…` and `$survey_…`. */
  properties: JsonObject;
}

/** The event by which a website tells who somebody is. */
export const IDENTIFY = '$identify';

const SURVEY_EVENTS: ReadonlySet<string> = new Set(['survey shown', 'survey sent', 'survey dismissed']);

/** Whether events of this name are about a tour, or a survey that one of its steps asks. */
export function isTourEvent(name: string): boolean {
  return name.startsWith('product tour ') || SURVEY_EVENTS.has(name);
}

/** Whether the event tells anything about its person that is to be kept. */
export function changesPerson({ name, set, setOnce, unset }: CapturedEvent): boolean {
  return name === IDENTIFY || unset.length > 0 || Object.keys(set).length > 0 || Object.keys(setOnce).length > 0;
}

/** The properties of its person that the event changes. */
export function changedKeys({ set, setOnce, unset }: CapturedEvent): string[] {
  return [...Object.keys(set), ...Object.keys(setOnce), ...unset];
}
