import type { JsonObject } from '../../json/json-object.ts';

/** The last change of one property: what it was, and when the event happened, in milliseconds. */
export interface PropertyTime {
  change: 'set' | 'setOnce' | 'unset';
  at: number;
}

/** As the database keeps it: a letter, and 13 digits or more, so that texts of one letter sort by time. */
const LETTERS = { set: 's', setOnce: 'o', unset: 'r' } as const;
const CHANGES = new Map(Object.entries(LETTERS).map(([change, letter]) => [letter, change as PropertyTime['change']]));

export function storedTime({ change, at }: PropertyTime): string {
  return `${LETTERS[change]}${String(Math.max(0, at)).padStart(13, '0')}`;
}

/** What cannot be read is left out: of such a property nothing is known. */
export function readTimes(stored: JsonObject): Map<string, PropertyTime> {
  const times = new Map<string, PropertyTime>();
  for (const [key, text] of Object.entries(stored)) {
    const change = CHANGES.get(String(text).charAt(0) as 's');
    const at = Number(String(text).slice(1));
    if (change && Number.isFinite(at)) times.set(key, { change, at });
  }
  return times;
}
