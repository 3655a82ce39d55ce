import type { JsonObject } from '../../json/json-object.ts';
import type { FieldProblem } from '../errors.ts';
import { isSystemCondition } from '../tour/system-condition.ts';
import { compileCondition } from './condition.ts';
import { FLAG_OPERATOR, operatorOf, PERSON_OPERATORS, type PersonOperator } from './operators/operator.ts';

/** An operator that the gateway evaluates. */
export type TargetingOperator = PersonOperator | typeof FLAG_OPERATOR;

export const TARGETING_OPERATORS: readonly TargetingOperator[] = [...PERSON_OPERATORS, FLAG_OPERATOR];

/** Targeting as clients of the GraphQL API write it. */
export interface TypedTargeting {
  groups: readonly {
    rolloutPercentage?: number | null | undefined;
    properties?: readonly { key: string; operator?: TargetingOperator | null | undefined; value?: unknown }[] | null | undefined;
  }[];
}

/** One condition, as clients of the GraphQL API read it. */
export interface TypedCondition {
  key: string | null;
  /** Null: an operator that the gateway does not evaluate. */
  operator: TargetingOperator | null;
  value: unknown;
  notEvaluated: string | null;
  raw: unknown;
}

export interface TypedGroup {
  rolloutPercentage: number;
  conditions: TypedCondition[];
}

const GATEWAY_CONDITION =
  'The gateway sets conditions on this property by itself. Use `displayFrequency` and `conditions.seenTourWaitPeriod` of the content.';

/** The filters that say the same. */
export function toFilters({ groups }: TypedTargeting): JsonObject {
  return {
    groups: groups.map(({ rolloutPercentage, properties }) => ({
      variant: '',
      rollout_percentage: rolloutPercentage ?? 100,
      properties: (properties ?? []).map(({ key, operator, value }) => toCondition(key, operator ?? 'exact', value)),
    })),
  };
}

function toCondition(key: string, operator: TargetingOperator, value: unknown): JsonObject {
  const type = operator === FLAG_OPERATOR ? 'flag' : 'person';
  // PostHog writes the name of an operator that needs no value as its value.
  return { key, type, operator, value: operator === 'is_set' || operator === 'is_not_set' ? operator : value };
}

/**
 * What is wrong with typed targeting beyond its values: nothing in it may be without effect.
 *
 * @param tourId null: the tour does not exist yet
 */
export function typedProblems({ groups }: TypedTargeting, tourId: string | null): FieldProblem[] {
  if (groups.length === 0) {
    const message = 'Give at least one group, or null to show the tour to everyone.';
    return [{ path: 'targeting.groups', code: 'required', message }];
  }
  const filters = toFilters({ groups }) as { groups: { properties: JsonObject[] }[] };
  return filters.groups.flatMap(({ properties }, group) =>
    properties.flatMap((property, index): FieldProblem[] => {
      const path = `targeting.groups.${group}.properties.${index}`;
      if (isSystemCondition(property, tourId ?? '')) return [{ path: `${path}.key`, code: 'invalid_input', message: GATEWAY_CONDITION }];
      const { unsupported } = compileCondition(property);
      if (!unsupported || property.type === 'flag') return [];
      return [{ path: `${path}.value`, code: 'invalid_input', message: `${unsupported.description}.` }];
    }),
  );
}

/** A stored group as clients read it, whatever it holds. */
export function typedGroup({
  rollout_percentage,
  properties,
}: {
  rollout_percentage: number;
  properties: readonly JsonObject[];
}): TypedGroup {
  return { rolloutPercentage: rollout_percentage, conditions: properties.map(typedCondition) };
}

function typedCondition(property: JsonObject): TypedCondition {
  const { flag, personProperty, unsupported } = compileCondition(property);
  const operator = operatorOf(property);
  const isEvaluated = flag !== null || personProperty !== null;
  return {
    key: flag ?? (typeof property.key === 'string' ? property.key : null),
    operator: (isEvaluated && TARGETING_OPERATORS.find((candidate) => candidate === operator)) || null,
    value: property.value ?? null,
    notEvaluated: flag === null && unsupported !== null ? unsupported.description : null,
    raw: property,
  };
}
