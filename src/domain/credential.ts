import { hash, randomBytes } from 'node:crypto';

/**
 * What opens the API: a user's personal key; an access token, which stands for one for a while; or a preview token, which shows one tour and opens nothing else.
 * None opens anything in the place of another.
 */
export type CredentialKind = 'personal_key' | 'access_token' | 'preview_token';

/** Why a credential opens nothing. `unknown`: there is none, or it is revoked, or its user is inactive. */
export type Rejection = 'unknown' | 'expired';

const PREFIX: Record<CredentialKind, string> = { personal_key: 'phx_', access_token: 'pha_', preview_token: 'phv_' };

/** What a bearer claims to be. Keys of old have no prefix, so whatever is no token is a key. */
export function kindOfBearer(secret: string): CredentialKind {
  return (['access_token', 'preview_token'] as const).find((kind) => secret.startsWith(PREFIX[kind])) ?? 'personal_key';
}

/** A secret of 47 characters, 256 random bits behind the prefix that tells its kind. */
export function newSecret(kind: CredentialKind): string {
  return `${PREFIX[kind]}${randomBytes(32).toString('base64url')}`;
}

/** `sha256$` and the lower-case hexadecimal SHA-256 of the whole secret. */
export function hashSecret(secret: string): string {
  return `sha256$${hash('sha256', secret, 'hex')}`;
}

/** The stored form of a secret: enough to find it and to recognise it, not to use it. */
export function storedSecret(secret: string): { hash: string; mask: string } {
  return { hash: hashSecret(secret), mask: `${secret.slice(0, 4)}...${secret.slice(-4)}` };
}

/** What the audit log calls a credential: `Label (phx_...abcd) of ada@example.com`. */
export function nameCredential({ label, mask }: { label: string; mask: string }, { email }: { email: string }): string {
  return `${label} (${mask}) of ${email}`;
}

/** What the bearer of a credential that opens nothing is told. Of a key no more than that it is no good, as on the original wire. */
export function describeRejection(kind: CredentialKind, rejection: Rejection): string {
  if (kind === 'personal_key') return 'The personal API key is invalid, revoked or expired.';
  const name = kind.replace('_', ' ');
  return rejection === 'expired' ? `${name[0]?.toUpperCase()}${name.slice(1)} has expired.` : `Invalid ${name}.`;
}
