import Negotiator from 'negotiator';

/**
 * The parameters of a media range. They select nothing here: neither JSON nor event streams have any, but clients add
 * `charset`.
 */
const PARAMETERS = /;\s*(?!q\s*=)[^\s;,=]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/**
 * Chooses a media type by RFC 9110, section 12.5.1: the weight decides, then how specific the range is, then the order
 * of the header, then that of `types`. Ranges that are not valid are ignored.
 *
 * @param accept the `Accept` header; absent or empty: any type
 * @returns null when the client accepts none of them
 */
export function preferredType<Type extends string>(accept: string | undefined, types: readonly Type[]): Type | null {
  const ranges = accept && /[^\s,]/.test(accept) ? accept.replace(PARAMETERS, '') : '*/*';
  return (new Negotiator({ headers: { accept: ranges } }).mediaType(types) as Type | undefined) ?? null;
}

/** An option that the type definitions lack. */
interface EncodingNegotiator {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): string[];
}

/** The content codings of responses, the best first. */
export const CODINGS = ['br', 'gzip', 'identity'] as const;

export type Coding = (typeof CODINGS)[number];

/**
 * Chooses a content coding by RFC 9110, section 12.5.3. Of codings with the same weight, the best is chosen, whatever
 * their order.
 *
 * @param acceptEncoding the `Accept-Encoding` header; absent: no coding. A client that accepts none of the codings gets
 * `identity`
 * @param codings to choose from, the best first
 */
export function preferredCoding(acceptEncoding: string | undefined, codings: readonly Coding[] = CODINGS): Coding {
  const negotiator: EncodingNegotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  return (negotiator.encodings(codings, { preferred: codings })[0] as Coding | undefined) ?? 'identity';
}
