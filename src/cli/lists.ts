import type { CountablePage } from '../domain/find-page.ts';
import type { PageArgs } from '../domain/keyset.ts';
import { listAccessTokens, listApiKeys } from '../domain/list-credentials.ts';
import { listUsers } from '../domain/list-users.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { flag, number, optional } from './arguments.ts';
import type { Command } from './command.ts';
import { table } from './table.ts';

/** How many rows are read at once. */
const PAGE_SIZE = 100;

const OPTIONS = { user: { type: 'string' }, active: { type: 'boolean' }, json: { type: 'boolean' } } as const;

export const LISTS: Record<string, Command> = {
  'list-keys': credentials(listApiKeys),
  'list-tokens': credentials(listAccessTokens),
  'list-users': {
    usage: '[--json]',
    options: { json: OPTIONS.json },
    run: async (deps, operator) => {
      const users = await all((page) => listUsers(deps, operator, page));
      return users.map(({ id, email, firstName, lastName, isActive }) => ({
        id,
        email,
        name: `${firstName} ${lastName}`.trim(),
        isActive,
      }));
    },
    print: table,
  },
};

function credentials(list: typeof listApiKeys): Command {
  return {
    usage: '[--user USER] [--active] [--json]',
    options: OPTIONS,
    async run(deps, operator, args) {
      const userId = optional(args, 'user') === undefined ? undefined : number(args, 'user');
      const filter = { userId, isActive: flag(args, 'active') || undefined };
      const found = await all((page) => list(deps, operator, filter, page));
      return found.map(shown);
    },
    print: table,
  };
}

/** Every row, in pages: nothing waits for more than one page. */
async function all<Node>(find: (page: PageArgs) => Promise<CountablePage<Node>>): Promise<Node[]> {
  const found: Node[] = [];
  let after: string | undefined;
  do {
    const { edges, hasNextPage } = await find({ first: PAGE_SIZE, after });
    found.push(...edges.map(({ node }) => node));
    after = hasNextPage ? edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return found;
}

function shown(credential: PersonalApiKey) {
  const { id, userId, label, mask, scopes, scopedProjectIds, scopedOrganizationIds, createdAt, lastUsedAt, expiresAt, revokedAt } =
    credential;
  const limits = { projectIds: scopedProjectIds, organizationIds: scopedOrganizationIds };
  return { id, userId, label, mask, scopes, ...limits, createdAt, lastUsedAt, expiresAt, revokedAt };
}
