import { ConfigError } from '../config.ts';
import { hasCredentials, isWebUrl, trimSlash } from './web-url.ts';

/** The settings of a command line that talks to a running gateway. The server does not use them. */
export const REMOTE_SETTING_NAMES = ['TOUR_GATEWAY_URL', 'TOUR_GATEWAY_KEY'] as const;

export interface RemoteGateway {
  /** With the path prefix that a proxy adds, if there is one; without a slash at the end. */
  url: string;
  key: string;
}

/**
 * Reads the gateway that commands talk to instead of opening the database.
 *
 * @returns null: neither is set
 * @throws ConfigError
 */
export function loadRemoteGateway(env: Readonly<Record<string, string | undefined>>): RemoteGateway | null {
  const [url, key] = REMOTE_SETTING_NAMES.map((name) => env[name]?.trim() || undefined);
  if (url === undefined && key === undefined) return null;
  if (url === undefined) throw new ConfigError(['TOUR_GATEWAY_URL: is not set, but TOUR_GATEWAY_KEY is']);
  const problems: string[] = [];
  if (!isWebUrl(url) || hasCredentials(url)) {
    const shown = URL.canParse(url) && hasCredentials(url) ? 'its value (not shown)' : JSON.stringify(url);
    problems.push(
      `TOUR_GATEWAY_URL: ${shown} cannot be used, expected the http:// or https:// address of a gateway, without user, query or fragment`,
    );
  }
  if (key === undefined) problems.push('TOUR_GATEWAY_KEY: is not set, but TOUR_GATEWAY_URL needs it: a personal API key or access token');
  // It becomes a header.
  else if (!/^[\x21-\x7e]+$/.test(key))
    problems.push('TOUR_GATEWAY_KEY: its value (secret, not shown) cannot be used, expected visible ASCII characters');
  if (problems.length > 0 || key === undefined) throw new ConfigError(problems);
  return { url: trimSlash(trimSlash(url).replace(/\/graphql$/, '')), key };
}
