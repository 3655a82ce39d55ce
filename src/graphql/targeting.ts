import { type TypedCondition, type TypedGroup, typedGroup } from '../domain/targeting/typed-targeting.ts';
import { checkTargetingFlagFilters } from '../domain/tour/targeting-filters.ts';
import { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';
import { TargetingOperator } from './targeting-operator.ts';

const TargetingGroupProperty = builder.objectRef<TypedCondition>('TargetingGroupProperty').implement({
  description: 'A condition of a group.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: 'The property, or the flag of FLAG_EVALUATES_TO. Null: the condition is malformed.',
    }),
    operator: t.expose('operator', {
      type: TargetingOperator,
      nullable: true,
      description:
        'Null: the gateway does not evaluate the operator, or the condition is about something other than the person; see `raw`.',
    }),
    value: t.expose('value', { type: 'JSON', nullable: true, description: 'What the operator compares with.' }),
    notEvaluated: t.exposeString('notEvaluated', {
      nullable: true,
      description: 'Why the gateway cannot evaluate the condition. Null: it can.',
    }),
    raw: t.expose('raw', { type: 'JSON', description: 'The condition as it is stored.' }),
  }),
});

const TargetingGroup = builder.objectRef<TypedGroup>('TargetingGroup').implement({
  description: 'Persons who meet all conditions, or a percentage of them.',
  fields: (t) => ({
    properties: t.expose('conditions', { type: [TargetingGroupProperty], description: 'Empty: everyone.' }),
    rolloutPercentage: t.exposeFloat('rolloutPercentage', { description: 'The percentage of those who meet the conditions, 0 to 100.' }),
  }),
});

export const TargetingRef = builder.objectRef<{ groups: TypedGroup[] }>('Targeting').implement({
  description: 'Whom a tour is shown to: persons who match one of the groups.',
  fields: (t) => ({ groups: t.expose('groups', { type: [TargetingGroup], description: 'Alternatives.' }) }),
});

/** Stored targeting as clients read it, whatever it holds. Null: everyone. */
export function readTargeting(stored: unknown, tourId: string): { groups: TypedGroup[] } | null {
  const checked = checkTargetingFlagFilters((stored instanceof RawJson ? stored.value : stored) ?? null, tourId);
  if ('problem' in checked) return { groups: [] };
  return checked.value && { groups: checked.value.groups.map(typedGroup) };
}
