import { randomUUID } from 'node:crypto';
import { type CompiledFlag, evaluateFlag, type FlagOutcome, type FlagReason, type Person } from '../domain/flag-evaluation.ts';
import { ANY_JSON, type JsonSchema, objectSchema, orNull } from '../openapi/json-schema.ts';

const DESCRIPTIONS: Record<FlagReason, string> = {
  condition_match: 'Matched condition set',
  no_condition_match: 'No matching condition set',
  out_of_rollout_bound: 'Out of rollout bound',
  flag_disabled: 'Feature flag is disabled',
};

/** Every flag for one person, as the contract's section 15.2 has it. */
export function flagAnswer(flags: readonly CompiledFlag[], person: Person, now: Date) {
  return {
    errorsWhileComputingFlags: false,
    // A flag may be called __proto__; entries make that a key like any other.
    flags: Object.fromEntries(flags.map((flag) => [flag.definition.key, describe(flag, evaluateFlag(flag, person, now))])),
    requestId: randomUUID(),
    evaluatedAt: now.getTime(),
  };
}

function describe({ definition }: CompiledFlag, { enabled, variant, payload, reason, groupIndex }: FlagOutcome) {
  const description = reason === 'condition_match' ? `${DESCRIPTIONS[reason]} ${(groupIndex ?? 0) + 1}` : DESCRIPTIONS[reason];
  return {
    key: definition.key,
    enabled,
    variant,
    reason: { code: reason, condition_index: groupIndex, description },
    metadata: { id: definition.id, version: definition.version ?? 0, description: null, payload, has_experiment: false },
  };
}

type Described = ReturnType<typeof describe>;

const FLAG_SCHEMA = objectSchema({
  key: { type: 'string' },
  enabled: { type: 'boolean' },
  variant: { type: ['string', 'null'], description: 'Null: the flag has no variants, or is off.' },
  reason: objectSchema({
    code: { type: 'string', enum: Object.keys(DESCRIPTIONS) },
    condition_index: { type: ['integer', 'null'], description: 'The condition set that decided, counted from 0.' },
    description: { type: 'string' },
  } satisfies Record<keyof Described['reason'], JsonSchema>),
  metadata: objectSchema({
    id: { type: 'integer' },
    version: { type: 'integer' },
    description: { type: 'null' },
    payload: orNull({ ...ANY_JSON, description: 'What the flag carries along.' }),
    has_experiment: { type: 'boolean' },
  } satisfies Record<keyof Described['metadata'], JsonSchema>),
} satisfies Record<keyof Described, JsonSchema>);

/** The same, for its readers. */
export const FLAGS_SCHEMA = objectSchema({
  errorsWhileComputingFlags: { type: 'boolean' },
  flags: { type: 'object', additionalProperties: FLAG_SCHEMA, description: 'Every flag, by its key.' },
  requestId: { type: 'string', format: 'uuid' },
  evaluatedAt: { type: 'integer', description: 'Milliseconds since 1970.' },
} satisfies Record<keyof ReturnType<typeof flagAnswer>, JsonSchema>);
