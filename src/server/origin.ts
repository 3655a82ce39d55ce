import type { Config } from '../config.ts';

export type OriginRules = Pick<Config, 'corsOrigins' | 'publicUrl'>;

/**
 * Whether a page of this origin may open a stream. Browsers send no preflight before they open a WebSocket, so the server has to check.
 *
 * @param origin the `Origin` header; undefined: the client is no page
 * @param host what the client asked for: the gateway's own pages always may
 */
export function isOriginAllowed(origin: string | undefined, host: string | undefined, { corsOrigins, publicUrl }: OriginRules): boolean {
  if (origin === undefined || corsOrigins === '*' || corsOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost, origin: serialized } = new URL(origin);
  if (publicUrl !== undefined && new URL(publicUrl).origin === serialized) return true;
  // Without the port that the scheme implies, on both sides.
  const own = `${protocol}//${host}`;
  return host !== undefined && URL.canParse(own) && new URL(own).host === originHost && originHost !== '';
}
