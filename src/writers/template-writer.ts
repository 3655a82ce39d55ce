import type { ContentWriter, StepToWrite } from '../domain/tour/content-writer.ts';
import { sentencesOf, wordsOf } from './segments.ts';

/** The limits of the contract: words of a title, sentences of a description. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 5;
const MOST_SENTENCES = 2;

/**
 * A writer that is no model: the same steps always get the same texts, cut out of their own words, or out of what is known of their elements where they have
 * none. Nothing leaves the gateway. What it makes up itself, it says in English.
 */
export const writeFromTemplate: ContentWriter = async function* ({ goal, steps }) {
  for (const step of steps) yield { index: step.index, ...writeStep(step, { goal, count: steps.length }) };
};

function writeStep(step: StepToWrite, tour: { goal: string; count: number }): { title: string; description: string } {
  const sentences = sentencesOf(step.text);
  const element = step.elementText ?? wordsOfSelector(step.selector ?? '');
  const isClick = step.progressionTrigger === 'click';
  const place = `Step ${step.index + 1} of ${tour.count}`;
  const title = sentences.map(titleOf).find((found) => found !== null) ?? elementTitle(element || step.text, isClick) ?? place;

  const [first = '', ...others] = sentences;
  // A heading need not be said twice.
  const told = others.length > 0 && withoutEnd(first) === title ? others : sentences;
  const description =
    told.slice(0, MOST_SENTENCES).map(withEnd).join(' ') ||
    elementDescription(step, element) ||
    sentencesOf(tour.goal).slice(0, MOST_SENTENCES).map(withEnd).join(' ') ||
    `${place}.`;
  return { title, description };
}

/** What a sentence starts with, up to where it pauses, in two to five words; null: it has too few. */
function titleOf(sentence: string): string | null {
  const pause = sentence.split(/[,;:–—(]/u).find((part) => wordsOf(part).length >= FEWEST_WORDS) ?? '';
  const start = sentence.startsWith(pause) ? pause : sentence;
  const words = wordsOf(start);
  if (words.length < FEWEST_WORDS) return null;
  const last = words[MOST_WORDS - 1];
  return withoutEnd(last && words.length > MOST_WORDS ? start.slice(0, last.end) : start);
}

/** Null: nothing is known of the element. */
function elementTitle(element: string, isClick: boolean): string | null {
  const title = titleOf(element);
  if (title !== null) return title;
  return wordsOf(element).length === 1 ? `${isClick ? 'Click' : 'About'} ${withoutEnd(element)}` : null;
}

function elementDescription({ kind, progressionTrigger }: StepToWrite, element: string): string {
  if (kind !== 'element tooltip') return '';
  const named = element ? `“${element}”` : 'the highlighted element';
  return progressionTrigger === 'click' ? `Click ${named} to go on.` : `This is ${named}.`;
}

/** The last name that a CSS selector gives, in words: `[data-attr="new-invoice"]` and `#newInvoice` are both "new invoice". */
function wordsOfSelector(selector: string): string {
  const names = [...selector.matchAll(/=\s*["']?([\w-]+)|[#.]([\w-]+)/g)].map(([, value, name]) => value ?? name ?? '');
  return (names.at(-1) ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
}

function withoutEnd(text: string): string {
  return text.trim().replace(/(?<![.!?…。！？:;,])[.!?…。！？:;,]+$/u, '');
}

function withEnd(sentence: string): string {
  return /[.!?…。！？:]["'”’)]*$/u.test(sentence) ? sentence : `${sentence}.`;
}
