import { checkJsonText, checkText } from '../../json/text-check.ts';
import type { FieldProblem } from '../errors.ts';
import { INPUT_LIMITS, isLongerThan, tooLong } from '../input-limits.ts';
import { trim } from '../white-space.ts';

/** A value in the form in which it is stored, or why it cannot be. */
export type Checked<T> = { value: T } | { problem: FieldProblem };

/** Trimmed; 1 to 400 characters. Codes and messages are those of contract section 3, and so is their order. */
export function checkName(value: unknown): Checked<string> {
  const text = trimmed('name', value);
  if ('problem' in text) return text;
  if (text.value === '') return { problem: { path: 'name', code: 'blank', message: 'This field may not be blank.' } };
  if (isLongerThan(text.value, INPUT_LIMITS.tourName)) {
    return { problem: { path: 'name', code: 'max_length', message: tooLong(INPUT_LIMITS.tourName) } };
  }
  return storable('name', text.value);
}

/** Trimmed; may be blank, of any length. */
export function checkDescription(value: unknown): Checked<string> {
  const text = trimmed('description', value);
  return 'problem' in text ? text : storable('description', text.value);
}

/** Draft text: anything goes that the database can hold. */
export function checkDraftText(path: 'name' | 'description', text: string): FieldProblem | null {
  const problem = checkText(text);
  return problem && { path, ...problem };
}

/** A JSON field, live or of a draft: anything goes that the database can hold. */
export function checkDraftJson(path: 'content' | 'targetingFlagFilters', value: unknown): FieldProblem | null {
  const problem = checkJsonText(value);
  return problem && { path, ...problem };
}

function trimmed(path: string, value: unknown): Checked<string> {
  if (typeof value === 'string') return { value: trim(value) };
  return { problem: { path, code: 'invalid_input', message: 'Not a valid string.' } };
}

function storable(path: 'name' | 'description', text: string): Checked<string> {
  const problem = checkDraftText(path, text);
  return problem ? { problem } : { value: text };
}
