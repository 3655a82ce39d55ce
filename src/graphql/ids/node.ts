import { brandWithType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { hasScope } from '../../domain/actor.ts';
import { UUID } from '../../domain/uuid.ts';
import type { Context } from '../context.ts';
import { type GlobalId, hasUuid, NODE_TYPES, type NodeType, readGlobalId } from './global-id.ts';
import { NODES } from './nodes.ts';

const TYPES_WITH_UUID = NODE_TYPES.filter((typename) => hasUuid(typename) || typename === 'User');

/** What an id may name: a global id one object, a UUID one of any type that has one, any other text nothing. */
function candidatesOf(text: string): GlobalId[] {
  if (UUID.test(text)) return TYPES_WITH_UUID.map((typename) => ({ typename, id: text.toLowerCase() }));
  const globalId = readGlobalId(text);
  return globalId ? [globalId] : [];
}

/** An id as it was given: the decoder of the plugin cannot fail. */
interface GivenId {
  id: string;
}

export async function resolveNode(parent: unknown, { id }: { id: GivenId }, context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const [node] = await resolveNodes(parent, { ids: [id] }, context, info);
  return node;
}

/** One statement for each type among the ids, however many there are. */
export async function resolveNodes(
  _: unknown,
  { ids }: { ids: GivenId[] },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown[]> {
  const asked = ids.map(({ id }) => candidatesOf(id));
  const wanted = new Map<NodeType, Set<string>>();
  for (const { typename, id } of asked.flat()) {
    if (mayAsk(context, typename)) wanted.set(typename, (wanted.get(typename) ?? new Set()).add(id));
  }
  const found = new Map<string, object>();
  await Promise.all(
    [...wanted].map(async ([typename, keys]) => {
      for (const [key, row] of await NODES[typename].find(context, [...keys], info)) {
        brandWithType(row, typename as never);
        found.set(`${typename}:${key}`, row);
      }
    }),
  );
  const nodeOf = ({ typename, id }: GlobalId) => found.get(`${typename}:${id}`);
  return asked.map((candidates) => candidates.map(nodeOf).find(Boolean) ?? null);
}

function mayAsk({ actor }: Context, typename: NodeType): boolean {
  const { scope } = NODES[typename];
  return scope === null || hasScope(actor, scope);
}
