import { MAX_DISTINCT_ID } from '../domain/flag-evaluation.ts';
import { storableText } from '../json/storable.ts';

/** A distinct id as it is stored and looked up; null for what names nobody. */
export function distinctIdOf(value: unknown): string | null {
  const text = textOf(value);
  return text === null ? null : storableText(text, MAX_DISTINCT_ID);
}

/** Ids and tokens may be sent as numbers. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
