import { distance } from 'fastest-levenshtein';

/** Longer words are not compared: no known key or value is nearly as long. */
const MAX_LENGTH = 40;

/**
 * The known word that a word is probably a misspelling of: in another case or with underscores, with a few wrong
 * letters, or a long part of it.
 *
 * @returns null: none is close
 */
export function didYouMean(word: string, known: readonly string[]): string | null {
  if (word.length > MAX_LENGTH) return null;
  const plain = normalized(word);
  const same = known.find((candidate) => normalized(candidate) === plain);
  if (same !== undefined) return same;
  let best: { word: string; letters: number } | null = null;
  for (const candidate of known) {
    const letters = wrongLetters(plain, normalized(candidate));
    if (letters !== null && (best === null || letters < best.letters)) best = { word: candidate, letters };
  }
  return best?.word ?? null;
}

/** How many letters differ; null: too many for a misspelling. */
function wrongLetters(word: string, candidate: string): number | null {
  const length = Math.max(word.length, candidate.length);
  if (length < 3) return null;
  const max = length < 6 ? 1 : length < 12 ? 2 : 3;
  const letters = distance(word, candidate);
  if (letters <= max) return letters;
  if (word.length === candidate.length && sorted(word) === sorted(candidate)) return max;
  const isPart = word.length >= 5 && 2 * word.length >= candidate.length && (candidate.startsWith(word) || candidate.endsWith(word));
  return isPart ? candidate.length - word.length + max : null;
}

function normalized(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9$]/g, '');
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
