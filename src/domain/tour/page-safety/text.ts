/** A value as JavaScript makes text of it; null if it throws, as for an object with a key `toString`. */
export function asText(value: unknown): string | null {
  try {
    return String(value);
  } catch {
    return null;
  }
}

/** A value in quotation marks, cut short if it is long. */
export function quote(value: unknown): string {
  const text = asText(value) ?? JSON.stringify(value);
  return `'${text.length > 60 ? `${text.slice(0, 59)}…` : text}'`;
}
