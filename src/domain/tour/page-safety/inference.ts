import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { error, type PageContent, type PageProblem, warning } from './page-problem.ts';
import { selectorFault } from './selector-fault.ts';
import { standsAtElement } from './selectors.ts';

/**
 * What describes the element of a step that was picked on the page. The SDK takes data that it cannot read for an
 * element that is not there.
 */
export function* inferenceData({ steps }: PageContent): Iterable<PageProblem> {
  for (const [index, step] of steps.entries()) {
    if (!isObject(step) || !standsAtElement(step) || step.useManualSelector || !step.inferenceData) continue;
    const at = ['steps', index, 'inferenceData'];
    const fault = isObject(step.inferenceData) ? dataFault(step.inferenceData) : 'The inference data must be an object.';
    const advice = 'Select the element again.';
    if (typeof fault === 'string') yield error(at, 'invalid_input', `Element of step ${index + 1}: ${fault} ${advice}`);
    else if (fault > 0) {
      const message = `Element of step ${index + 1}: browsers do not accept ${fault} of the selectors that describe it. ${advice}`;
      yield warning([...at, 'autoData'], 'invalid_selector', message);
    }
  }
}

/** Why the SDK never finds an element by this data; otherwise the number of selectors that it cannot use. */
function dataFault({ autoData, text, excludeText, precision = 1 }: JsonObject): string | number {
  const data = typeof autoData === 'string' ? parse(autoData) : null;
  if (!isObject(data)) return '`autoData` must be an object as JSON text.';
  const { textGroups, notextGroups } = data;
  if (!Array.isArray(textGroups) || !Array.isArray(notextGroups)) return '`autoData` must have the lists `textGroups` and `notextGroups`.';
  const usesText = text != null && !excludeText;
  if (usesText && typeof text !== 'string') return '`text` must be text.';
  if (typeof precision !== 'number') return '`precision` must be a number.';
  const selectors = (usesText ? textGroups : notextGroups).flatMap(selectorsOf);
  const usable = selectors.filter((css) => typeof css === 'string' && selectorFault(css) === null);
  return usable.length === 0 ? '`autoData` has no selector that browsers accept.' : selectors.length - usable.length;
}

function selectorsOf(group: unknown): unknown[] {
  if (!isObject(group) || !Array.isArray(group.cssSelectors)) return [];
  return group.cssSelectors.map((selector) => (isObject(selector) ? selector.css : null));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
