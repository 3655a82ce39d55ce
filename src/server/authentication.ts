import { describeRejection, kindOfBearer } from '../domain/credential.ts';
import type { Caller } from '../graphql/context.ts';
import type { VerifyCredential } from './credential-check.ts';

/**
 * The credential of GraphQL: `Authorization: Bearer <personal API key or access token>`, as a header or in `connection_init`. None is no error until a field
 * needs one.
 *
 * @param address the client's
 * @throws RateLimitedError when the address has sent too many wrong ones
 */
export async function identify(verify: VerifyCredential, authorization: string | undefined, address: string): Promise<Caller> {
  if (authorization === undefined || authorization === '') return { actor: null };
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (secret === undefined)
    return { actor: null, refusal: 'The Authorization header must read "Bearer <personal API key or access token>".' };
  const kind = kindOfBearer(secret);
  const found = await verify(kind, secret, address);
  return typeof found === 'string' ? { actor: null, refusal: describeRejection(kind, found) } : { actor: found };
}
