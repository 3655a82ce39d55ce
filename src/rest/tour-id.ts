import { UUID } from '../domain/uuid.ts';

/**
 * A tour's id in its canonical form, or null for what is none. As upstream, it takes the 32 hexadecimal digits of a UUID with or without hyphens, braces and
 * `urn:uuid:`.
 */
export function parseTourId(text: string): string | null {
  if (UUID.test(text)) return text.toLowerCase();
  const digits = text
    .replace(/^urn:uuid:/, '')
    .replace(/^\{(.*)\}$/, '$1')
    .replaceAll('-', '')
    .toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(digits)) return null;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
