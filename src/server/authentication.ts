import type { Authenticator } from '../domain/authentication.ts';
import { describeRejection, kindOfBearer } from '../domain/credential.ts';
import type { Caller } from '../graphql/context.ts';

/** The credential of GraphQL: `Authorization: Bearer <personal API key or access token>`, as a header or in `connection_init`. None is no error until a field needs one. */
export async function identify(authenticator: Authenticator, authorization: string | undefined): Promise<Caller> {
  if (authorization === undefined || authorization === '') return { actor: null };
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (secret === undefined)
    return { actor: null, refusal: 'The Authorization header must read "Bearer <personal API key or access token>".' };
  const kind = kindOfBearer(secret);
  const found = await authenticator.authenticate(kind, secret);
  return typeof found === 'string' ? { actor: null, refusal: describeRejection(kind, found) } : { actor: found };
}
