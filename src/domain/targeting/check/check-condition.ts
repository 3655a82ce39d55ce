import type { JsonObject } from '../../../json/json-object.ts';
import type { FieldCode, PlacedProblem } from '../../errors.ts';
import { INPUT_LIMITS, isLongerThan, tooLong } from '../../input-limits.ts';
import { flagReference } from '../flag-dependency.ts';
import { FLAG_OPERATOR, KNOWN_OPERATORS, operatorOf, PROPERTY_TYPES } from '../operators/operator.ts';
import { valueFault } from './check-value.ts';
import { unknownKeys } from './known-keys.ts';
import { suggest } from './suggestion.ts';

type At = PlacedProblem['at'];

/**
 * Everything that is wrong with a condition. What is well formed but cannot be evaluated here, such as a cohort, is
 * not.
 */
export function conditionFaults(condition: JsonObject, at: At): PlacedProblem[] {
  const { key, type = 'person', value } = condition;
  const operator = operatorOf(condition);
  const faults = unknownKeys(condition, 'condition', at);
  const add = (place: At, code: FieldCode, message: string) => faults.push({ at: [...at, ...place], code, message });

  if (key === undefined || key === null || key === '') add(['key'], 'required', 'Name the property.');
  else if (flagReference({ key }) === null || (typeof key === 'number' && type !== 'flag'))
    add(['key'], 'invalid_input', 'The key must be a text.');
  else if (isLongerThan(String(key), INPUT_LIMITS.propertyKey)) add(['key'], 'max_length', tooLong(INPUT_LIMITS.propertyKey));

  if (typeof type !== 'string' || !PROPERTY_TYPES.includes(type)) {
    add(['type'], 'invalid_choice', unknownChoice('type', type, PROPERTY_TYPES));
    return faults;
  }
  if (typeof operator !== 'string' || !KNOWN_OPERATORS.includes(operator)) {
    add(['operator'], 'invalid_choice', unknownChoice('operator', operator, KNOWN_OPERATORS));
    return faults;
  }
  // The value of a condition on a cohort is its id.
  if (type === 'cohort') return faults;
  if ((type === 'flag') !== (operator === FLAG_OPERATOR)) {
    add(['operator'], 'invalid_choice', `Conditions of the type 'flag' have the operator '${FLAG_OPERATOR}', and no others have it.`);
    return faults;
  }
  const fault = valueFault(operator, value);
  if (fault) add(fault.at === undefined ? ['value'] : ['value', fault.at], fault.code, fault.message);
  return faults;
}

function unknownChoice(what: string, found: unknown, known: readonly string[]): string {
  const shown = typeof found === 'string' ? ` '${found.slice(0, 40)}'` : '';
  const hint = typeof found === 'string' ? suggest(found, known) : '';
  return `Unknown ${what}${shown}.${hint || ` Known: ${known.join(', ')}.`}`;
}
