import type { FeatureFlagWireFragment } from '../../generated/operations.ts';
import { ANY_JSON, type JsonSchema, listSchema, type Properties } from '../../openapi/json-schema.ts';

/** Behind the fields that the gateway has. These are what the original answers for a flag that nothing else uses. */
const BEFORE_STATUS = { experiment_set: [], experiment_set_metadata: [], surveys: [], features: [], can_edit: true, tags: [] };
const DASHBOARDS = { usage_dashboard: null, analytics_dashboards: [], has_enriched_analytics: false, user_access_level: 'manager' };
const LAST = { last_called_at: null, is_used_in_replay_settings: false };

/** A flag as its own endpoints show it, with the keys of the original in their order. */
export function flagBody({ original_key: key, variants, ...flag }: FeatureFlagWireFragment): object {
  const { id, name, filters, deleted, active, created_by, created_at, updated_at, version, last_modified_by } = flag;
  return {
    id,
    name,
    key,
    filters,
    deleted,
    active,
    archived: false,
    created_by,
    created_at,
    updated_at,
    version,
    last_modified_by,
    ensure_experience_continuity: flag.ensure_experience_continuity,
    ...BEFORE_STATUS,
    ...DASHBOARDS,
    is_remote_configuration: false,
    has_encrypted_payloads: flag.has_encrypted_payloads,
    status: deleted ? 'DELETED' : 'ACTIVE',
    evaluation_runtime: flag.evaluation_runtime,
    bucketing_identifier: flag.bucketing_identifier,
    ...LAST,
    is_eligible_for_experiment: variants.length >= 2 && variants.length <= 20,
    evaluation_contexts: flag.evaluation_contexts,
  };
}

/** The same, of the schemas of a flag's fields. */
export function flagProperties(flag: Properties): Properties {
  const { original_key: key, variants: _, ...fields } = flag as Record<string, JsonSchema>;
  const list = listSchema(ANY_JSON);
  const constants: Properties = {
    key: key as JsonSchema,
    archived: { type: 'boolean', description: 'False: flags are not archived here.' },
    experiment_set: list,
    experiment_set_metadata: list,
    surveys: list,
    features: list,
    can_edit: { type: 'boolean' },
    tags: list,
    usage_dashboard: { type: 'null' },
    analytics_dashboards: list,
    has_enriched_analytics: { type: 'boolean' },
    user_access_level: { type: 'string' },
    is_remote_configuration: { type: 'boolean' },
    status: { type: 'string', enum: ['ACTIVE', 'DELETED'] },
    last_called_at: { type: 'null' },
    is_used_in_replay_settings: { type: 'boolean' },
    is_eligible_for_experiment: { type: 'boolean', description: 'Whether it has 2 to 20 variants.' },
  };
  return { ...fields, ...constants };
}
