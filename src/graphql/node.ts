import { brandWithType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { hasAnyScope, type RequiredScope } from '../domain/access.ts';
import { ACTIVITY_SCOPES } from '../domain/actor.ts';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { findAuditEntries } from '../domain/list-audit-log.ts';
import { findSurveysById } from '../domain/survey.ts';
import { findToursById } from '../domain/tour/read.ts';
import type { Tour } from '../domain/tour/tour.ts';
import { findVisibleUsers } from '../domain/user-access.ts';
import { UUID } from '../domain/uuid.ts';
import type { Context } from './context.ts';
import { tourParts } from './selection.ts';
import { BY_UUID, findByUuid } from './uuid-node.ts';

interface GlobalId {
  typename: string;
  id: string;
}

/** The scope that reading each type takes. */
const SCOPE = new Map<string, RequiredScope | null>([
  ['Tour', 'product_tour:read'],
  ['TourVersion', 'product_tour:read'],
  ['Activity', ACTIVITY_SCOPES],
  ['Survey', 'product_tour:read'],
  ['FeatureFlag', 'feature_flag:read'],
  ['Project', null],
  ['User', null],
  ['AuditEntry', '*'],
  [BY_UUID, null],
]);

/** The shapes of the ids, so that an id of another shape is simply not there. */
const ID = { Project: /^\d{1,9}$/, User: /^\d{1,9}$/, FeatureFlag: /^\d{1,9}$/ } as Record<string, RegExp>;

/** No global id is longer, in characters. */
const MAX_ID_LENGTH = INPUT_LIMITS.globalId;

/** A text that is no global id is read as one of nothing, so that `node` answers null. Some types have their UUID as their global id (uuid-node.ts). */
export function readGlobalId(text: string): GlobalId {
  if (UUID.test(text)) return { typename: BY_UUID, id: text };
  if (text.length > MAX_ID_LENGTH) return { typename: '', id: '' };
  const { typename = '', id = '' } = /^(?<typename>[^:]*):(?<id>.*)$/s.exec(Buffer.from(text, 'base64').toString())?.groups ?? {};
  return { typename, id };
}

/** Loads rows of one type by their ids, with the same number of statements for any number of ids. Rows may be left out, and come in any order. */
type Find = (context: Context, ids: string[], info: GraphQLResolveInfo) => Promise<(object & { id: string | number })[]>;

/** A row that the actor may not see is left out, or has a `projectId` by which `isVisible` finds so. */
const FIND: Record<string, Find> = {
  Tour: async ({ deps, actor }, ids, info) =>
    (await findToursById(deps, actor, ids, tourParts(info))).filter((tour): tour is Tour => tour !== null),
  Survey: ({ deps }, ids) => findSurveysById(deps, ids),
  TourVersion: ({ deps }, ids) => deps.db.prisma.tourVersion.findMany({ where: { id: { in: ids } } }),
  Activity: ({ deps }, ids) => deps.db.prisma.activity.findMany({ where: { id: { in: ids } } }),
  FeatureFlag: ({ deps }, ids) => deps.db.prisma.featureFlag.findMany({ where: { id: { in: ids.map(Number) } } }),
  Project: ({ deps, actor }, ids) =>
    deps.db.prisma.project.findMany({ where: { id: { in: ids.map(Number).filter((id) => actor.projectIds.includes(id)) } } }),
  User: ({ deps, actor }, ids) => findVisibleUsers(deps, actor, ids.map(Number)),
  AuditEntry: ({ deps, actor }, ids) => findAuditEntries(deps, actor, ids),
  [BY_UUID]: findByUuid,
};

export async function resolveNode(parent: unknown, { id }: { id: GlobalId }, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const [node] = await resolveNodes(parent, { ids: [id] }, context, info);
  return node;
}

/** One statement for each type among the ids, however many there are. */
export async function resolveNodes(
  _: unknown,
  { ids }: { ids: GlobalId[] },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown[]> {
  const wanted = new Map<string, Set<string>>();
  for (const id of ids) {
    if (mayAsk(context, id)) wanted.set(id.typename, (wanted.get(id.typename) ?? new Set()).add(canonical(id.id)));
  }
  const found = new Map<string, object>();
  await Promise.all(
    [...wanted].map(async ([typename, ofType]) => {
      const rows = await FIND[typename]?.(context, [...ofType], info);
      for (const row of rows ?? []) {
        if (!isVisible(context, typename, row)) continue;
        if (typename !== BY_UUID) brandWithType(row, typename as never);
        found.set(`${typename}:${row.id}`, row);
      }
    }),
  );
  return ids.map(({ typename, id }) => found.get(`${typename}:${canonical(id)}`) ?? null);
}

/** The id as the database gives it: a number without leading zeros, a UUID in lower case. */
function canonical(id: string): string {
  return /^\d+$/.test(id) ? String(Number(id)) : id.toLowerCase();
}

function mayAsk({ actor }: Context, { typename, id }: GlobalId): boolean {
  const scope = SCOPE.get(typename);
  return scope !== undefined && (scope === null || hasAnyScope(actor, scope)) && (ID[typename] ?? UUID).test(id);
}

/** Types whose rows are loaded only if the actor may see them. */
const CHECKED = new Set(['Project', 'User', 'AuditEntry', BY_UUID]);

/** Whether the actor may see a row that was loaded by id alone. */
function isVisible({ actor }: Context, typename: string, row: object): boolean {
  if (CHECKED.has(typename)) return true;
  const { projectId } = row as { projectId?: number };
  return projectId !== undefined && actor.projectIds.includes(projectId);
}
