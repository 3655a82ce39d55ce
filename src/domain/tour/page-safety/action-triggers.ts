import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { valuesOf } from './event-triggers.ts';
import { crash, error, type PageContent, type PageProblem } from './page-problem.ts';
import { patternFault } from './pattern-fault.ts';
import { operatorProblems, valueProblems } from './property-filters.ts';
import { selectorFault } from './selector-fault.ts';
import { asText, quote } from './text.ts';

type At = readonly (string | number)[];

/** The actions that start the tour: each is one of several steps, which are compared with the events of the page. */
export function* actionTriggers({ conditions: { actions } }: PageContent): Iterable<PageProblem> {
  const list = valuesOf(actions);
  const at = ['conditions', 'actions', 'values'];
  if (Array.isArray(list)) for (const [index, action] of list.entries()) yield* actionProblems(action, [...at, index]);
  // The SDK looks at a list alone, and takes text for one.
  else if (list != null) yield (typeof list === 'string' && list !== '' ? crash : error)(at, 'invalid_input', 'Actions must be a list.');
}

function* actionProblems(action: unknown, at: At): Iterable<PageProblem> {
  if (action === null) yield crash(at, 'invalid_input', 'An action must be an object.');
  else if (!isObject(action) || action.steps == null)
    yield error([...at, 'steps'], 'invalid_input', 'An action must have a list of steps.');
  else if (!Array.isArray(action.steps)) yield crash([...at, 'steps'], 'invalid_input', 'The steps of an action must be a list.');
  else for (const [index, step] of action.steps.entries()) yield* stepProblems(step, [...at, 'steps', index]);
}

function* stepProblems(step: unknown, at: At): Iterable<PageProblem> {
  if (!isObject(step)) {
    yield error(at, 'invalid_input', 'A step of an action must be an object.');
    return;
  }
  yield* matcherProblems(step, { key: 'url', matching: 'url_matching', usual: 'contains' }, at);
  yield* matcherProblems(step, { key: 'href', matching: 'href_matching', usual: 'exact' }, at);
  yield* matcherProblems(step, { key: 'text', matching: 'text_matching', usual: 'exact' }, at);
  const fault = step.selector ? selectorFault(step.selector) : null;
  // Only autocapture looks for it, which the gateway switches off.
  if (fault) yield error([...at, 'selector'], 'invalid_selector', fault);
  const patternProblem = step.selector_regex ? patternFault(step.selector_regex) : null;
  if (patternProblem) yield error([...at, 'selector_regex'], 'invalid_pattern', patternProblem);
  yield* propertyProblems(step.properties, [...at, 'properties']);
}

function* matcherProblems(step: JsonObject, names: { key: string; matching: string; usual: string }, at: At): Iterable<PageProblem> {
  const { [names.key]: value, [names.matching]: given } = step;
  if (!value) return;
  const matching = given || names.usual;
  if (matching === 'contains' && typeof value !== 'string')
    yield crash([...at, names.key], 'invalid_input', `\`${names.key}\` must be text.`);
  else if (matching === 'regex') {
    const fault = patternFault(value);
    if (fault) yield error([...at, names.key], 'invalid_pattern', fault);
  } else if (matching !== 'contains' && matching !== 'exact')
    yield error([...at, names.matching], 'invalid_choice', `${quote(matching)} is not a way to match. Use contains, exact or regex.`);
}

function* propertyProblems(properties: unknown, at: At): Iterable<PageProblem> {
  if (!properties || (properties as { length?: unknown }).length === 0) return;
  if (!Array.isArray(properties)) {
    yield crash(at, 'invalid_input', 'The properties of a step of an action must be a list.');
    return;
  }
  for (const [index, filter] of properties.entries()) {
    if (filter === null) yield crash([...at, index], 'invalid_input', 'A filter must be an object.');
    if (!isObject(filter)) continue;
    const operator = filter.operator || 'exact';
    const values = Array.isArray(filter.value) ? filter.value : [filter.value];
    yield* operatorProblems(operator, [...at, index, 'operator']);
    yield* valueProblems(operator, values, [...at, index, 'value']);
    if (asText(filter.key) === null) yield crash([...at, index, 'key'], 'invalid_input', 'The key of a filter must be text.');
  }
}
