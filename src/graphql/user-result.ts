import { NotFoundError } from '../domain/errors.ts';
import { findUsersById, type User } from '../domain/user.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { UserRef } from './user.ts';

/** The success type of a mutation that answers with a user as it is afterwards. */
export function userSuccess(name: string, description: string) {
  return builder.objectRef<{ user: User }>(name).implement({ description, fields: (t) => ({ user: t.expose('user', { type: UserRef }) }) });
}

/** The user as a mutation left it. */
export async function changedUser({ deps, access }: Context, id: number): Promise<{ user: User }> {
  access.renewCallers();
  const [user] = await findUsersById(deps, [id]);
  if (!user) throw new NotFoundError();
  return { user };
}
