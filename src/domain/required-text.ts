import { checkText } from '../json/text-check.ts';
import { type FieldCode, ValidationError } from './errors.ts';
import { isLongerThan, tooLong } from './input-limits.ts';

/**
 * A text that must say something: trimmed, not blank, of bounded length, and without characters that PostgreSQL cannot store.
 *
 * @throws ValidationError
 */
export function requiredText(path: string, text: string, maxLength: number): string {
  const trimmed = text.trim();
  const refuse = (code: FieldCode, message: string) => new ValidationError([{ path, code, message }]);
  if (trimmed === '') throw refuse('blank', 'This field may not be blank.');
  if (isLongerThan(trimmed, maxLength)) throw refuse('max_length', tooLong(maxLength));
  const problem = checkText(trimmed);
  if (problem) throw refuse(problem.code, problem.message);
  return trimmed;
}
