import type { Config } from '../config.ts';
import { CachedBody } from '../http/cached-body.ts';

export const SECURITY_TXT = '/.well-known/security.txt';

const MS_PER_DAY = 86_400_000;

/** RFC 9116 recommends less than a year. */
const DAYS_VALID = 180;

/**
 * Writes the file that tells researchers where to report a vulnerability (RFC 9116). It expires between 179 and 180 days after it is read, so that a copy does not
 * outlive its contact. It changes once a day (UTC), and with it its ETag.
 *
 * @returns null when there is no SECURITY_CONTACT
 */
export function createSecurityTxt(
  { securityContact, publicUrl }: Pick<Config, 'securityContact' | 'publicUrl'>,
  clock: () => Date,
): (() => CachedBody) | null {
  if (securityContact === undefined) return null;
  let day = Number.NaN;
  let file: CachedBody;
  return () => {
    const today = Math.floor(clock().getTime() / MS_PER_DAY);
    if (today !== day)
      file = new CachedBody('text/plain; charset=utf-8', fields(securityContact, publicUrl, (today + DAYS_VALID) * MS_PER_DAY));
    day = today;
    return file;
  };
}

/** Web addresses in the file must use HTTPS. */
function fields(contact: string, publicUrl: string | undefined, expires: number): string {
  const address = publicUrl === undefined ? null : new URL(`${publicUrl}${SECURITY_TXT}`);
  const canonical = address?.protocol === 'https:' ? [`Canonical: ${address.href}`] : [];
  return `${[`Contact: ${contact}`, `Expires: ${new Date(expires).toISOString()}`, ...canonical].join('\n')}\n`;
}
