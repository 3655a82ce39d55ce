import type { Actor } from '../domain/actor.ts';
import type { Authenticator } from '../domain/authentication.ts';
import { type CredentialKind, hashSecret, type Rejection } from '../domain/credential.ts';
import { RateLimitedError } from '../domain/errors.ts';
import type { WrongCredentials } from '../limits/wrong-credentials.ts';

/**
 * Verifies a credential that a client at this address has sent.
 *
 * @returns the actor behind it, or why there is none
 * @throws RateLimitedError when the address has sent too many wrong ones
 */
export type VerifyCredential = (kind: CredentialKind, secret: string, address: string) => Promise<Actor | Rejection>;

/** Verifies credentials, and limits the wrong ones of each address. Nothing is kept in the clear. */
export function createCredentialCheck(authenticator: Pick<Authenticator, 'authenticate'>, wrong: WrongCredentials): VerifyCredential {
  // The authenticator returns the same actor for a second: its credential is hashed and noted once in that time.
  const noted = new WeakSet<Actor>();
  return async (kind, secret, address) => {
    const wait = wrong.wait(address);
    if (wait > 0 && !wrong.wasGood(hashSecret(secret))) throw new RateLimitedError(Math.ceil(wait / 1000));
    const found = await authenticator.authenticate(kind, secret);
    if (typeof found === 'string') wrong.count(address);
    else if (!noted.has(found)) {
      noted.add(found);
      wrong.remember(hashSecret(secret));
    }
    return found;
  };
}
