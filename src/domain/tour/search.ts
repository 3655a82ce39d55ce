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
 * Trigram search over name and description, with the contract's thresholds, strictly above 0.3 and 0.4. The `%>` operators let the trigram indexes find the
 * candidates; their own threshold, 0.3, is set for every session of the pool (src/db). `tour_resembles` (prisma/migrations) applies the contract's and says to
 * the planner how much a comparison costs. All is compared in the precisions that upstream compares in.
 */
export function searchSql(term: string): { matches: string; score: string } {
  const name = `word_similarity(${term}::text, t.name)`;
  const description = `word_similarity(${term}::text, t.description)`;
  return {
    matches: `(t.name %> ${term}::text OR t.description %> ${term}::text) AND tour_resembles(${term}::text, t.name, t.description)`,
    score: `(${name} + similarity(t.name, ${term}::text) + 0.5::float8 * ${description})`,
  };
}
