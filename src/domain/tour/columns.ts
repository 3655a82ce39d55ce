import { type JoinedRow, joinedRow } from '../../db/joined-row.ts';
import { USER_COLUMNS } from '../user.ts';
import type { JoinedPart, Tour, TourPart, TourSelection } from './tour.ts';

type Row = Record<string, unknown>;

/** The SELECT list of a tour with the parts asked for, the joins it needs, and the reader of its rows. */
export interface TourColumns {
  /** Names the combination, so that each is prepared once; null once so many have a name that one more would crowd the connections' memory. */
  key: string | null;
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
  createdAt: 'created_at',
  createdById: 'created_by_id',
  updatedAt: 'updated_at',
  lastModifiedById: 'last_modified_by_id',
};

const PROJECT = {
  id: 'id',
  name: 'name',
  token: 'token',
  aiDataProcessingApproved: 'ai_data_processing_approved',
  createdAt: 'created_at',
};

/** A part in the tour's own row. */
const OWN: Record<Exclude<TourPart, JoinedPart>, string> = {
  type: `${TYPE_SQL} AS type`,
  content: 't.content',
  targeting: 't.targeting_flag_filters AS targeting',
  draft: 't.draft_content AS draft',
  sourceId: 't.source_tour_id AS "sourceId"',
};

/** A row of another table that the tour points at. */
const JOINED: Record<JoinedPart, { table: string; on: string; columns: Record<string, string> }> = {
  project: { table: 'projects', on: 't.project_id', columns: PROJECT },
  createdBy: { table: 'users', on: 't.created_by_id', columns: USER_COLUMNS },
  draftSavedBy: { table: 'users', on: 't.draft_saved_by_id', columns: USER_COLUMNS },
  internalTargetingFlag: { table: 'feature_flags', on: 't.internal_targeting_flag_id', columns: FLAG },
  linkedFlag: { table: 'feature_flags', on: 't.linked_flag_id', columns: FLAG },
};

const OWN_PARTS = Object.keys(OWN) as (keyof typeof OWN)[];
const JOINED_PARTS = Object.keys(JOINED) as JoinedPart[];
export const ALL_PARTS: readonly TourPart[] = [...OWN_PARTS, ...JOINED_PARTS];

/** The columns of a part that are asked for. */
function joinedPart(part: JoinedPart, selection: readonly TourSelection[]): (JoinedRow & { part: JoinedPart }) | null {
  const { table, on, columns } = JOINED[part];
  const isWhole = selection.includes(part);
  const wanted = Object.entries(columns).filter(([field]) => isWhole || selection.includes(`${part}.${field}`));
  return wanted.length === 0 ? null : { part, ...joinedRow(part, { table, on }, Object.fromEntries(wanted)) };
}

/** As many combinations are remembered, and prepared on each connection. Editors ask for a handful; whoever asks for any other still gets it. */
const MAX_KNOWN = 200;
/** At most MAX_KNOWN. */
const built = new Map<string, TourColumns>();

export function tourColumns(selection: readonly TourSelection[]): TourColumns {
  const own = OWN_PARTS.filter((part) => selection.includes(part));
  const joined = JOINED_PARTS.map((part) => joinedPart(part, selection)).filter((part) => part !== null);
  const select = [CORE, ...own.map((part) => OWN[part]), ...joined.map((part) => part.select)].join(', ');
  const known = built.get(select);
  if (known) return known;
  const columns: TourColumns = {
    key: built.size < MAX_KNOWN ? String(built.size) : null,
    select,
    joins: joined.map((part) => part.join).join(' '),
    read(row) {
      for (const { part, gather } of joined) row[part] = gather(row);
      return row as unknown as Tour;
    },
  };
  if (columns.key !== null) built.set(select, columns);
  return columns;
}
