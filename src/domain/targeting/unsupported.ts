/**
 * Why the gateway cannot evaluate a condition. Codes are those of PostHog's flag service where it has one for the case.
 */
export interface Unsupported {
  code: UnsupportedCode;
  /** The reason as `/flags/` reports it. */
  description: string;
}

export type UnsupportedCode =
  | 'dependency_not_found_cohort'
  | 'dependency_cycle_flag'
  | 'dependency_failed_flag'
  | 'no_group_type'
  | 'flag_data_parsing_error'
  | 'invalid_regex_pattern'
  | 'unsupported_operator'
  | 'unsupported_property_type'
  | 'too_many_values';

export const COHORT: Unsupported = {
  code: 'dependency_not_found_cohort',
  description: 'Cohort dependency not found: the gateway does not know cohorts',
};

export const GROUP_PROPERTY: Unsupported = {
  code: 'no_group_type',
  description: 'No group type: the gateway does not know groups of persons, such as companies',
};

export const PATTERN: Unsupported = {
  code: 'invalid_regex_pattern',
  description: 'The regular expression is invalid, or uses what RE2 does not support, such as lookaround or backreferences',
};

export const TOO_MANY_VALUES: Unsupported = { code: 'too_many_values', description: 'The condition has too many values' };

export const MALFORMED: Unsupported = {
  code: 'flag_data_parsing_error',
  description: 'Failed to parse flag data: a condition is malformed',
};

export const FAILED_DEPENDENCY: Unsupported = {
  code: 'dependency_failed_flag',
  description: 'A flag that this one depends on cannot be evaluated',
};

export const DEPENDENCY_CYCLE: Unsupported = { code: 'dependency_cycle_flag', description: 'Flag dependency cycle detected' };

export function unsupportedOperator(operator: string): Unsupported {
  return { code: 'unsupported_operator', description: `The gateway cannot evaluate the operator '${operator.slice(0, 40)}'` };
}

export function unsupportedType(type: string): Unsupported {
  return { code: 'unsupported_property_type', description: `The gateway cannot evaluate conditions of the type '${type.slice(0, 40)}'` };
}
