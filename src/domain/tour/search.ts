import { ValidationError } from '../errors.ts';
import { INPUT_LIMITS, isLongerThan } from '../input-limits.ts';
import { trim } from '../white-space.ts';

/**
 * The term to search for, or null for no search: contract section 5.
 *
 * @throws ValidationError when it is longer than 200 characters, counted before trimming
 */
export function checkSearch(search: string | null | undefined): string | null {
  if (!search) return null;
  if (isLongerThan(search, INPUT_LIMITS.search)) {
    throw new ValidationError([
      { path: 'search', code: 'invalid_input', message: `Search query must be ${INPUT_LIMITS.search} characters or fewer.` },
    ]);
  }
  return trim(search.replaceAll('\0', '').toWellFormed()) || null;
}

/**
 * The tours that a search keeps, with `score` beside `id` and `name`, as something to select from: the contract's trigram search over the name and the first 4,000
 * characters of the description. The function is in prisma/migrations.
 */
export function similarTours(term: string, projectId: string): string {
  return `similar_tours(${term}::text, ${projectId}::int)`;
}

/** Whether the term is part of the tour's name or description, whatever the case; a search also keeps what is only similar. */
export function isLiteralMatch(term: string, { name, description }: { name: string; description: string }): boolean {
  const wanted = term.toLowerCase();
  return name.toLowerCase().includes(wanted) || description.toLowerCase().includes(wanted);
}
