import { ValidationError } from '../errors.ts';
import { trim } from '../white-space.ts';

export const MAX_SEARCH_LENGTH = 200;

/**
 * The term to search for, or null for no search: contract section 5.
 *
 * @throws ValidationError when it is longer than 200 characters, counted before trimming
 */
export function checkSearch(search: string | null | undefined): string | null {
  if (!search) return null;
  if ([...search].length > MAX_SEARCH_LENGTH) {
    throw new ValidationError([
      { path: 'search', code: 'invalid_input', message: `Search query must be ${MAX_SEARCH_LENGTH} characters or fewer.` },
    ]);
  }
  return trim(search.replaceAll('\0', '').toWellFormed()) || null;
}

/**
 * The tours that a search keeps, with `score` beside `id` and `name`, as something to select from: the contract's trigram search over name and description. The
 * function is in prisma/migrations.
 */
export function similarTours(term: string, projectId: string): string {
  return `similar_tours(${term}::text, ${projectId}::int)`;
}
