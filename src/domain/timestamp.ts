const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * An RFC 3339 text in the form in which this gateway holds every moment: UTC, `Z`, six fraction digits or none when the fraction is zero. Microseconds are
 * kept, which a Date cannot.
 *
 * @returns null for anything that is no RFC 3339 moment, such as 30 February
 */
export function parseTimestamp(text: string): string | null {
  const match = RFC_3339.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = '', offset = 'Z'] = match;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const local = new Date(`${wall}Z`);
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(wall)) return null;
  const utc = new Date(/[Zz]/.test(offset) ? local : `${wall}${offset}`);
  if (Number.isNaN(utc.getTime())) return null;
  const seconds = utc.toISOString().slice(0, 19);
  if (!/^\d{4}-/.test(seconds) || seconds.startsWith('0000')) return null;
  const micros = fraction.slice(0, 6).padEnd(6, '0');
  return micros === '000000' ? `${seconds}Z` : `${seconds}.${micros}Z`;
}
