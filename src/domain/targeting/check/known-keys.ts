import type { JsonObject } from '../../../json/json-object.ts';
import type { PlacedProblem } from '../../errors.ts';
import { suggest } from './suggestion.ts';

/**
 * The keys that PostHog's editor and API write, by the kind of object. The gateway keeps or ignores those that it does
 * not evaluate.
 */
export const KNOWN_KEYS = {
  filters: [
    'groups',
    'multivariate',
    'payloads',
    'aggregation_group_type_index',
    'super_groups',
    'feature_enrollment',
    'holdout',
    'holdout_groups',
    'early_exit',
  ],
  group: ['properties', 'rollout_percentage', 'variant', 'users_affected', 'sort_key', 'description', 'aggregation_group_type_index'],
  condition: [
    'key',
    'value',
    'operator',
    'type',
    'negation',
    'group_type_index',
    'group_key_names',
    'cohort_name',
    'label',
    'dependency_chain',
  ],
  multivariate: ['variants'],
  variant: ['key', 'name', 'rollout_percentage'],
} as const;

/** The keys of an object that no one knows, most likely misspelled. */
export function unknownKeys(object: JsonObject, kind: keyof typeof KNOWN_KEYS, at: PlacedProblem['at']): PlacedProblem[] {
  const known: readonly string[] = KNOWN_KEYS[kind];
  const unknown = Object.keys(object).filter((key) => !known.includes(key));
  return unknown.map((key) => ({ at: [...at, key], code: 'invalid_input', message: unknownKey(key, known) }));
}

function unknownKey(key: string, known: readonly string[]): string {
  return suggest(key, known) === '' ? `Unknown key. Known keys: ${known.join(', ')}.` : `Unknown key.${suggest(key, known)}`;
}
