import { isObject, type JsonObject } from '../../json/json-object.ts';

/**
 * Whether a group has exactly the form in which the gateway stores groups. PostHog discards the percentage of a group
 * without properties, and so does REST here (contract 8.4). What the gateway has stored keeps it, and so does GraphQL,
 * which brings such groups into this form (withStoredForm).
 */
export function hasStoredForm(group: JsonObject): boolean {
  const { variant, rollout_percentage, properties, ...others } = group;
  return variant === '' && typeof rollout_percentage === 'number' && Array.isArray(properties) && Object.keys(others).length === 0;
}

/** Brings the groups without properties into the form in which their percentage counts. Everything else stays. */
export function withStoredForm(filters: unknown): unknown {
  if (!isObject(filters) || !Array.isArray(filters.groups)) return filters;
  const isRolledOut = (group: unknown): group is JsonObject =>
    isObject(group) &&
    typeof group.rollout_percentage === 'number' &&
    group.rollout_percentage !== 100 &&
    (group.properties == null || listProperties(group.properties).length === 0);
  if (!filters.groups.some(isRolledOut)) return filters;
  const groups = filters.groups.map((group: unknown) =>
    isRolledOut(group) ? { variant: '', rollout_percentage: group.rollout_percentage, properties: [] } : group,
  );
  return { ...filters, groups };
}

/** The properties of a group that are objects. */
export function listProperties(properties: unknown): JsonObject[] {
  return Array.isArray(properties) ? properties.filter(isObject) : [];
}
