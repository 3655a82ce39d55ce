import type { GraphQLResolveInfo } from 'graphql';
import type { Scope } from '../../domain/actor.ts';
import { findActivityById } from '../../domain/find-activity.ts';
import { findAllFlagsById } from '../../domain/flag.ts';
import { findAuditEntries } from '../../domain/list-audit-log.ts';
import { findCredentials } from '../../domain/list-credentials.ts';
import { findOrganizations } from '../../domain/organization.ts';
import { findPreviewTokensById } from '../../domain/preview-token.ts';
import { findSurveysById } from '../../domain/survey.ts';
import { findEditSessionsById } from '../../domain/tour/edit-session.ts';
import { findVersionsById } from '../../domain/tour/find-versions.ts';
import { findLostDraftsById } from '../../domain/tour/lost-draft.ts';
import { findToursById } from '../../domain/tour/read.ts';
import type { Tour, TourSelection } from '../../domain/tour/tour.ts';
import { findVisibleUsers } from '../../domain/user-access.ts';
import type { Context } from '../context.ts';
import { draftParts, tourParts } from '../selection.ts';
import { withDrafts } from '../session-drafts.ts';
import type { NodeType } from './global-id.ts';

/** Loads the objects with these keys that the caller may see, with the same number of statements for any number of keys. */
type Find = (context: Context, keys: string[], info: GraphQLResolveInfo) => Promise<(readonly [key: string, row: object])[]>;

interface Node {
  /** What reading the type takes. Null: no scope. */
  scope: Scope | null;
  find: Find;
}

/** How `node` finds the objects of each type, by the same rules of access as the fields that return them. */
export const NODES: Record<NodeType, Node> = {
  Tour: { scope: 'product_tour:read', find: async (context, ids, info) => byId(await findTours(context, ids, tourParts(info))) },
  TourDraft: {
    scope: 'product_tour:read',
    async find(context, keys, info) {
      const drafts = keys.map(readRevisionKey);
      const tours = await findTours(context, [...new Set(drafts.map(({ tourId }) => tourId))], draftParts(info));
      // A copy: the row of the same tour may be a node as well.
      return tours.filter(({ hasDraft }) => hasDraft).map((tour) => [`${tour.id}:${tour.revision}`, { ...tour }]);
    },
  },
  TourVersion: {
    scope: 'product_tour:read',
    find: async (context, ids) => byId(opened(context, await findVersionsById(context.deps.db.sql, ids))),
  },
  LostDraft: {
    scope: 'product_tour:read',
    find: async ({ deps, actor }, keys) =>
      (await findLostDraftsById(deps, actor, keys.map(readRevisionKey))).map((lost) => [`${lost.tourId}:${lost.revision}`, lost]),
  },
  DraftEditSession: {
    scope: 'product_tour:read',
    async find({ deps, actor }, keys) {
      const sessions = withDrafts(deps, await findEditSessionsById(deps, actor, keys.map(readSessionKey)));
      return sessions.map((session) => [`${session.tourId}:${session.fromRevision + 1}:${session.revision}`, session]);
    },
  },
  Activity: {
    scope: 'product_tour:read',
    find: async (context, ids) => byId(opened(context, await findActivityById(context.deps.db.sql, ids))),
  },
  Survey: { scope: 'product_tour:read', find: async (context, ids) => byId(opened(context, await findSurveysById(context.deps, ids))) },
  FeatureFlag: {
    scope: 'feature_flag:read',
    find: async (context, ids) => byId(opened(context, await findAllFlagsById(context.deps.db.sql, ids.map(Number)))),
  },
  Project: {
    scope: null,
    async find({ deps, actor }, ids) {
      const open = ids.map(Number).filter((id) => actor.projectIds.includes(id));
      return byId(await deps.db.prisma.project.findMany({ where: { id: { in: open } } }));
    },
  },
  User: {
    scope: null,
    async find({ deps, actor }, keys) {
      const users = await findVisibleUsers(deps, actor, {
        ids: keys.filter(isNumber).map(Number),
        uuids: keys.filter((key) => !isNumber(key)),
      });
      return users.flatMap((user) => [[String(user.id), user] as const, [user.uuid, user] as const]);
    },
  },
  Organization: { scope: null, find: async ({ deps, actor }, ids) => byId(await findOrganizations(deps, actor, ids)) },
  PersonalApiKey: { scope: '*', find: async (context, ids) => byId(await findKeys(context, ids, false)) },
  AccessToken: { scope: '*', find: async (context, ids) => byId(await findKeys(context, ids, true)) },
  PreviewToken: { scope: 'product_tour:read', find: async ({ deps, actor }, ids) => byId(await findPreviewTokensById(deps, actor, ids)) },
  AuditEntry: { scope: '*', find: async ({ deps, actor }, ids) => byId(await findAuditEntries(deps, actor, ids)) },
};

function byId<Row extends { id: string | number }>(rows: readonly Row[]): (readonly [string, Row])[] {
  return rows.map((row) => [String(row.id), row]);
}

/** The rows of projects that the caller opens. */
function opened<Row extends { projectId: number }>({ actor }: Context, rows: readonly Row[]): Row[] {
  return rows.filter(({ projectId }) => actor.projectIds.includes(projectId));
}

async function findTours({ deps, actor }: Context, ids: string[], parts: TourSelection[]): Promise<Tour[]> {
  return (await findToursById(deps, actor, ids, parts)).filter((tour) => tour !== null);
}

async function findKeys({ deps, actor }: Context, ids: string[], isAccessToken: boolean) {
  return (await findCredentials(deps, actor, ids)).filter((key) => key.isAccessToken === isAccessToken);
}

function readRevisionKey(key: string): { tourId: string; revision: number } {
  const [tourId = '', revision] = key.split(':');
  return { tourId, revision: Number(revision) };
}

function readSessionKey(key: string): { tourId: string; first: number; last: number } {
  const [tourId = '', first, last] = key.split(':');
  return { tourId, first: Number(first), last: Number(last) };
}

function isNumber(key: string): boolean {
  return /^\d+$/.test(key);
}
