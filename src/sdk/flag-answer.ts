import { randomUUID } from 'node:crypto';
import type { CompiledFlag, Person } from '../domain/flag-evaluation.ts';
import type { FlagOutcome } from '../domain/targeting/flag-reason.ts';
import { evaluateFlags, type FlagSet } from '../domain/targeting/flag-set.ts';
import { ANY_JSON, type JsonSchema, objectSchema, orNull } from '../openapi/json-schema.ts';

/** Every flag for one person (contract section 15.2). */
export function flagAnswer(set: FlagSet, person: Person, now: Date) {
  const { outcomeOf } = evaluateFlags(set, person, now);
  let hasFailed = false;
  const flags: [string, ReturnType<typeof describe>][] = [];
  for (const flag of set.flags) {
    // The key of a tour's own flag contains the tour's name, which is not public before the launch.
    if (flag.definition.isHidden) continue;
    const outcome = outcomeOf(flag);
    hasFailed ||= outcome.failed;
    flags.push([flag.definition.key, describe(flag, outcome)]);
  }
  return {
    errorsWhileComputingFlags: hasFailed,
    // Entries make a flag with the key __proto__ a key like any other.
    flags: Object.fromEntries(flags),
    requestId: randomUUID(),
    evaluatedAt: now.getTime(),
  };
}

function describe({ definition }: CompiledFlag, { enabled, variant, payload, reason, description, groupIndex, failed }: FlagOutcome) {
  return {
    key: definition.key,
    enabled,
    variant,
    // Like PostHog, only where it is true: posthog-js then keeps the value that it has.
    ...(failed && { failed }),
    reason: { code: reason, condition_index: groupIndex, description },
    metadata: { id: definition.id, version: definition.version ?? 0, description: null, payload, has_experiment: false },
  };
}

type Described = ReturnType<typeof describe>;

const FAILED_SCHEMA: JsonSchema = {
  type: 'boolean',
  description: 'True: the gateway cannot evaluate the flag for this person, and `reason` says why. Absent: it can.',
};

const FLAG_SCHEMA = objectSchema({
  key: { type: 'string' },
  enabled: { type: 'boolean' },
  variant: { type: ['string', 'null'], description: 'Null: the flag has no variants, or is off.' },
  reason: objectSchema({
    code: { type: 'string', description: 'Such as `condition_match`, `no_condition_match`, `out_of_rollout_bound` or `flag_disabled`.' },
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
} satisfies Record<Exclude<keyof Described, 'failed'>, JsonSchema>);

/** The same, for its readers. */
export const FLAGS_SCHEMA = objectSchema({
  errorsWhileComputingFlags: { type: 'boolean', description: 'Whether a flag is `failed`.' },
  flags: {
    type: 'object',
    additionalProperties: { ...FLAG_SCHEMA, properties: { ...FLAG_SCHEMA.properties, failed: FAILED_SCHEMA } },
    description: 'Every flag, by its key.',
  },
  requestId: { type: 'string', format: 'uuid' },
  evaluatedAt: { type: 'integer', description: 'Milliseconds since 1970.' },
} satisfies Record<keyof ReturnType<typeof flagAnswer>, JsonSchema>);
