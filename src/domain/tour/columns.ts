import type { Tour, TourPart } from './tour.ts';

type Row = Record<string, unknown>;

/** The SELECT list of a tour with the parts asked for, the joins it needs, and the reader of its rows. */
export interface TourColumns {
  /** Names the combination, so that each is prepared once. */
  key: string;
  select: string;
  joins: string;
  read(row: Row): Tour;
}

const CORE = `t.id, t.project_id AS "projectId", t.name, t.description, t.auto_launch AS "autoLaunch", t.start_date AS "startDate", t.end_date AS "endDate",
  t.archived, t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.revision, t.draft_content IS NOT NULL AS "hasDraft",
  t.draft_saved_at AS "draftSavedAt", t.created_by_id AS "createdById", t.draft_saved_by_id AS "draftSavedById",
  t.internal_targeting_flag_id AS "internalTargetingFlagId", t.linked_flag_id AS "linkedFlagId"`;

/** The type of a tour, told from its content: contract section 11. */
export const TYPE_SQL = `CASE WHEN t.content->>'type' IS DISTINCT FROM 'announcement' THEN 'TOUR'
  WHEN t.content->'steps'->0->>'type' = 'banner' THEN 'BANNER' ELSE 'ANNOUNCEMENT' END`;

const USER = {
  id: 'id',
  uuid: 'uuid',
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  distinctId: 'distinct_id',
  isEmailVerified: 'is_email_verified',
  hedgehogConfig: 'hedgehog_config',
  roleAtOrganization: 'role_at_organization',
};

const FLAG = {
  id: 'id',
  projectId: 'project_id',
  key: 'key',
  name: 'name',
  filters: 'filters',
  active: 'active',
  deleted: 'deleted',
  ensureExperienceContinuity: 'ensure_experience_continuity',
  hasEncryptedPayloads: 'has_encrypted_payloads',
  version: 'version',
  evaluationRuntime: 'evaluation_runtime',
  bucketingIdentifier: 'bucketing_identifier',
  evaluationContexts: 'evaluation_contexts',
};

const PROJECT = { id: 'id', name: 'name', token: 'token', aiDataProcessingApproved: 'ai_data_processing_approved' };

interface Part {
  select: string;
  join?: string;
  /** Gathers the part's columns into one value; absent where the column already has the part's name. */
  gather?(row: Row): unknown;
}

const PARTS: Record<TourPart, Part> = {
  type: { select: `${TYPE_SQL} AS type` },
  content: { select: 't.content' },
  targeting: { select: 't.targeting_flag_filters AS targeting' },
  draft: { select: 't.draft_content AS draft' },
  project: joined('project', 'projects', 't.project_id', PROJECT),
  createdBy: joined('createdBy', 'users', 't.created_by_id', USER),
  draftSavedBy: joined('draftSavedBy', 'users', 't.draft_saved_by_id', USER),
  internalTargetingFlag: joined('internalTargetingFlag', 'feature_flags', 't.internal_targeting_flag_id', FLAG),
  linkedFlag: joined('linkedFlag', 'feature_flags', 't.linked_flag_id', FLAG),
};

export const ALL_PARTS = Object.keys(PARTS) as TourPart[];

/** A row of another table that the tour points at: its columns come prefixed and are gathered into one object, null when there is no such row. */
function joined(part: string, table: string, reference: string, columns: Record<string, string>): Part {
  const fields = Object.entries(columns).map(([field, column]) => ({
    field,
    from: `${part}.${field}`,
    sql: `"${part}".${column} AS "${part}.${field}"`,
  }));
  return {
    select: fields.map((field) => field.sql).join(', '),
    join: `LEFT JOIN ${table} "${part}" ON "${part}".id = ${reference}`,
    gather(row) {
      if (row[`${part}.id`] === null) return null;
      const value: Row = {};
      for (const { field, from } of fields) value[field] = row[from];
      return value;
    },
  };
}

const built = new Map<string, TourColumns>();

export function tourColumns(parts: readonly TourPart[]): TourColumns {
  const wanted = ALL_PARTS.filter((part) => parts.includes(part));
  // One bit for each part: PostgreSQL cuts the names of statements at 63 characters.
  const key = wanted.reduce((bits, part) => bits | (1 << ALL_PARTS.indexOf(part)), 0).toString(16);
  const known = built.get(key);
  if (known) return known;
  const gathered = wanted.filter((part) => PARTS[part].gather);
  const columns: TourColumns = {
    key,
    select: [CORE, ...wanted.map((part) => PARTS[part].select)].join(', '),
    joins: wanted.map((part) => PARTS[part].join ?? '').join(' '),
    read(row) {
      for (const part of gathered) row[part] = PARTS[part].gather?.(row);
      return row as unknown as Tour;
    },
  };
  built.set(key, columns);
  return columns;
}
