import { NotFoundError } from '../domain/errors.ts';
import { findUsersById, type User } from '../domain/user.ts';
import type { Context } from './context.ts';

/** The user as a mutation left it. */
export async function changedUser({ deps, access }: Context, id: number): Promise<User> {
  access.renewCallers();
  const [user] = await findUsersById(deps, [id]);
  if (!user) throw new NotFoundError();
  return user;
}
