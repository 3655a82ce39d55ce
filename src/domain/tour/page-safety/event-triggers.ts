import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { crash, error, type PageContent, type PageProblem } from './page-problem.ts';
import { propertyFilters } from './property-filters.ts';

/**
 * The events that start the tour or call it off. The SDK compares every event that the page captures, and the event is
 * lost if it throws.
 */
export function* eventTriggers({ conditions }: PageContent): Iterable<PageProblem> {
  const isListening = hasTriggers(conditions);
  for (const key of ['events', 'cancelEvents']) {
    const list = valuesOf(conditions[key]);
    const at = ['conditions', key, 'values'];
    if (list == null) continue;
    if (!Array.isArray(list)) {
      yield (isListening ? crash : error)(at, 'invalid_input', 'Events must be a list.');
      continue;
    }
    for (const [index, event] of list.entries()) yield* eventProblems(event, [...at, index]);
  }
}

function* eventProblems(event: unknown, at: readonly (string | number)[]): Iterable<PageProblem> {
  if (event === null) yield crash(at, 'invalid_input', 'An event must be an object with a `name`.');
  else if (!isObject(event) || typeof event.name !== 'string' || event.name === '')
    yield error(at, 'invalid_input', 'An event must have a `name`, which is text.');
  else yield* propertyFilters(event.propertyFilters, [...at, 'propertyFilters']);
}

/** Whether the SDK listens to events for a tour at all. */
export function hasTriggers(conditions: JsonObject): boolean {
  return [conditions.events, conditions.actions].some((trigger) => Number((valuesOf(trigger) as { length?: unknown } | null)?.length) > 0);
}

/** What stands in a list of triggers: any value. */
export function valuesOf(trigger: unknown): unknown {
  return isObject(trigger) ? trigger.values : null;
}
