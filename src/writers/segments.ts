const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/** The sentences of a text, trimmed; a line ends one as well. */
export function sentencesOf(text: string): string[] {
  return [...SENTENCES.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}

/** The first sentences of a text, as they stand there. */
export function firstSentences(text: string, count: number): string {
  return [...SENTENCES.segment(text)]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('')
    .trim();
}

/** The words of a text, in any language: where each begins, and where it ends. */
export function wordsOf(text: string): { start: number; end: number }[] {
  return [...WORDS.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}
