import { isObject } from '../../../json/json-object.ts';
import { isComparison, isInherited } from './comparisons.ts';
import { crash, error, type PageProblem } from './page-problem.ts';
import { patternFault } from './pattern-fault.ts';
import { asText, quote } from './text.ts';

type At = readonly (string | number)[];

/** What an event must have to start a tour: for each property a comparison with some values. */
export function* propertyFilters(filters: unknown, at: At): Iterable<PageProblem> {
  if (!filters) return;
  if (!isObject(filters)) {
    yield error(at, 'invalid_input', 'The property filters of an event must be an object that has a filter for each name of a property.');
    return;
  }
  for (const [name, filter] of Object.entries(filters)) yield* filterProblems(name, filter, [...at, name]);
}

function* filterProblems(name: string, filter: unknown, at: At): Iterable<PageProblem> {
  if (filter === null) yield crash(at, 'invalid_input', `The filter of ${quote(name)} must be an object with \`operator\` and \`values\`.`);
  else if (!isObject(filter))
    yield error(at, 'invalid_input', `The filter of ${quote(name)} must be an object with \`operator\` and \`values\`.`);
  else {
    yield* operatorProblems(filter.operator, [...at, 'operator']);
    if (!isComparison(filter.operator)) return;
    if (Array.isArray(filter.values)) yield* valueProblems(filter.operator, filter.values, [...at, 'values']);
    else yield crash([...at, 'values'], 'invalid_input', `The values of the filter of ${quote(name)} must be a list.`);
  }
}

export function* operatorProblems(operator: unknown, at: At): Iterable<PageProblem> {
  if (isComparison(operator)) return;
  const message = `${quote(operator)} is not an operator of the SDK. Use exact, is_not, icontains, not_icontains, regex, not_regex, gt or lt.`;
  yield (isInherited(operator) ? crash : error)(at, 'invalid_choice', message);
}

/** @param operator one of the SDK's */
export function* valueProblems(operator: unknown, values: readonly unknown[], at: At): Iterable<PageProblem> {
  for (const [index, value] of values.entries()) {
    const text = asText(value);
    if (text === null) yield crash([...at, index], 'invalid_input', 'A value of a filter must be text or a number.');
    else if (operator === 'regex' || operator === 'not_regex') {
      const fault = patternFault(text);
      if (fault) yield error([...at, index], 'invalid_pattern', fault);
    } else if ((operator === 'gt' || operator === 'lt') && Number.isNaN(Number.parseFloat(text)))
      yield error([...at, index], 'invalid_number', `${quote(text)} cannot be compared by '${operator}': it must be a number.`);
  }
}
