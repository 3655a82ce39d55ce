import { hasScope, type Scope } from '../domain/actor.ts';
import { seesAuditEntry } from '../domain/list-audit-log.ts';
import { seesUser } from '../domain/user-access.ts';
import { UUID } from '../domain/uuid.ts';
import type { AuditEntry } from '../generated/prisma/client.ts';
import type { Context } from './context.ts';
import { BY_UUID, findByUuid } from './uuid-node.ts';

interface GlobalId {
  typename: string;
  id: string;
}

/** The scope that reading each type takes. */
const SCOPE = new Map<string, Scope | null>([
  ['Tour', 'product_tour:read'],
  ['TourVersion', 'product_tour:read'],
  ['Activity', 'product_tour:read'],
  ['Survey', 'product_tour:read'],
  ['FeatureFlag', 'feature_flag:read'],
  ['Project', null],
  ['User', null],
  ['AuditEntry', '*'],
]);

/** The shapes of the ids, so that an id of another shape is simply not there. */
const ID = { Project: /^\d{1,9}$/, User: /^\d{1,9}$/, FeatureFlag: /^\d{1,9}$/ } as Record<string, RegExp>;

/** A text that is no global id is read as one of nothing, so that `node` answers null. Some types have their UUID as their global id (uuid-node.ts). */
export function readGlobalId(text: string): GlobalId {
  if (UUID.test(text)) return { typename: BY_UUID, id: text.toLowerCase() };
  const { typename = '', id = '' } = /^(?<typename>[^:]*):(?<id>.*)$/s.exec(Buffer.from(text, 'base64').toString())?.groups ?? {};
  return { typename, id };
}

export async function resolveNode(
  _: unknown,
  { id }: { id: GlobalId },
  context: Context,
  __: unknown,
  load: (id: GlobalId) => unknown,
): Promise<unknown> {
  if (id.typename === BY_UUID) return (await findByUuid(context, [id.id])).get(id.id) ?? null;
  if (!mayAsk(context, id)) return null;
  const node = await load(id);
  return (await isVisible(context, id.typename, node)) ? node : null;
}

export async function resolveNodes(
  _: unknown,
  args: { ids: GlobalId[] },
  context: Context,
  __: unknown,
  load: (ids: GlobalId[]) => Promise<unknown[]>,
): Promise<unknown[]> {
  const { ids } = args;
  const allowed = ids.filter((id) => mayAsk(context, id));
  // The plugin loads the ids of the arguments, whatever it is given.
  args.ids = allowed;
  const found = await load(allowed);
  const visible = await Promise.all(allowed.map(async (id, n) => ((await isVisible(context, id.typename, found[n])) ? found[n] : null)));
  const byUuid = await findByUuid(
    context,
    ids.filter(({ typename }) => typename === BY_UUID).map(({ id }) => id),
  );
  return ids.map((id) => (id.typename === BY_UUID ? byUuid.get(id.id) : visible[allowed.indexOf(id)]) ?? null);
}

function mayAsk({ actor }: Context, { typename, id }: GlobalId): boolean {
  const scope = SCOPE.get(typename);
  return scope !== undefined && (scope === null || hasScope(actor, scope)) && (ID[typename] ?? UUID).test(id);
}

/** Whether the actor may see a row that was loaded by id alone. */
async function isVisible({ actor, deps }: Context, typename: string, node: unknown): Promise<boolean> {
  if (node === null || node === undefined || node instanceof Error) return false;
  const { id, projectId } = node as { id: number; projectId?: number };
  if (typename === 'Project') return actor.projectIds.includes(id);
  if (typename === 'AuditEntry') return seesAuditEntry(deps, actor, node as AuditEntry);
  if (typename !== 'User') return projectId !== undefined && actor.projectIds.includes(projectId);
  return seesUser(deps.db.sql, actor, id);
}
