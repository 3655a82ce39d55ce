import { distance } from 'fastest-levenshtein';

/** Longer words are not compared. */
const MAX_LENGTH = 60;

/**
 * The part of a message that names the word that was probably meant, such as ` Did you mean 'groups'?`; empty if no
 * word is similar.
 */
export function suggest(word: string, known: readonly string[]): string {
  if (word.length > MAX_LENGTH) return '';
  const similar = known.map((candidate) => ({ candidate, distance: distance(plain(word), plain(candidate)) }));
  const [nearest] = similar.toSorted((one, two) => one.distance - two.distance);
  return nearest && nearest.distance <= Math.floor(word.length * 0.4) + 1 ? ` Did you mean '${nearest.candidate}'?` : '';
}

/** `rolloutPercentage` and `rollout_percentage` are the same word. */
function plain(word: string): string {
  return word.replaceAll(/[_\s-]/g, '').toLowerCase();
}
