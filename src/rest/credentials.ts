import { describeRejection, kindOfBearer, type Rejection } from '../domain/credential.ts';
import type { Answer } from './answer.ts';
import { unauthenticated } from './problem.ts';
import type { RestRequest } from './request.ts';

/** What a request shows for itself. A token is never a personal key, and comes in the header alone. */
export type Credential =
  | { kind: 'personal_key'; secret: string; source: KeySource }
  | { kind: 'access_token' | 'preview_token'; secret: string };

type KeySource = 'Authorization header' | 'body' | 'query string';

/** Where a key may stand in a body or a query. */
export const CREDENTIAL_FIELD = 'personal_api_key';

const BEARER = /^Bearer\s+(\S.+)$/;

/** The credential of the header; null: there is none of the kind that counts here, and the search goes on. */
export function findHeaderCredential({ headers }: Pick<RestRequest, 'headers'>): Credential | null {
  const secret = BEARER.exec(headers.authorization ?? '')?.[1]?.trim();
  if (secret === undefined) return null;
  const kind = kindOfBearer(secret);
  return kind === 'personal_key' ? { kind, secret, source: 'Authorization header' } : { kind, secret };
}

/**
 * The credential of a request without a usable header: the body's, or else the query's. The first place that has one wins, even if it is no good.
 *
 * @param fields of the body, or of its beginning
 */
export function findOtherCredential(fields: ReadonlyMap<string, unknown>, query: URLSearchParams): Credential | null {
  if (fields.has(CREDENTIAL_FIELD)) return { kind: 'personal_key', secret: secretOf(fields.get(CREDENTIAL_FIELD)), source: 'body' };
  const inQuery = query.getAll(CREDENTIAL_FIELD).at(-1);
  return inQuery === undefined ? null : { kind: 'personal_key', secret: inQuery, source: 'query string' };
}

/** Empty for what is no text, which is no key. JSON may hold objects that have no text at all, since it defines their `toString`. */
function secretOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The 401 for a credential that opens nothing, or for none. */
export function refuseCredential(credential: Credential | null, rejection: Rejection = 'unknown'): Answer {
  if (!credential) return unauthenticated('not_authenticated', 'Authentication credentials were not provided.');
  if (credential.kind !== 'personal_key') return unauthenticated('authentication_failed', describeRejection(credential.kind, rejection));
  return unauthenticated('authentication_failed', `Personal API key found in request ${credential.source} is invalid.`);
}
