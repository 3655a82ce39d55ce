/** A value as text: texts as they are, everything else as JSON. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.parse reads deeper nesting than JSON.stringify writes.
    return '';
  }
}

/** The text of a value in lower case, all alphabets. */
export function lower(value: unknown): string {
  return toText(value).toLowerCase();
}

/** The text of a value with the letters A to Z in lower case, as PostHog's flag service compares parts of texts. */
export function asciiLower(value: unknown): string {
  return toText(value).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A number, or a text that is one; null for anything else. */
export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : null;
}
