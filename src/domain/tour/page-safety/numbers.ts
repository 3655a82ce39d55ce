import { isObject } from '../../../json/json-object.ts';
import { crash, error, type PageContent, type PageProblem } from './page-problem.ts';
import { asText, quote } from './text.ts';

interface NumberRule {
  /** With an article, as the beginning of a sentence. */
  name: string;
  min?: number;
  max?: number;
  isInteger?: boolean;
}

/** Timers of browsers take 2³¹ milliseconds at most, and go off at once beyond. */
const MAX_DELAY_SECONDS = Math.floor((2 ** 31 - 1) / 1000);

const APPEARANCE: readonly (readonly [key: string, rule: NumberRule])[] = [
  ['borderRadius', { name: 'The border radius', min: 0 }],
  ['buttonBorderRadius', { name: 'The border radius of buttons', min: 0 }],
  ['zIndex', { name: 'The z-index', isInteger: true }],
];

export function* numbers({ steps, conditions, appearance }: PageContent): Iterable<PageProblem> {
  const { autoShowDelaySeconds: delay } = conditions;
  const rule = { name: 'The delay in seconds', min: 0, max: MAX_DELAY_SECONDS };
  if (delay) yield* numberProblem(delay, ['conditions', 'autoShowDelaySeconds'], rule);
  for (const [key, rule] of APPEARANCE) if (appearance[key] !== undefined) yield* numberProblem(appearance[key], ['appearance', key], rule);
  for (const [index, step] of steps.entries()) {
    if (!isObject(step)) continue;
    const { maxWidth, bannerConfig } = step;
    if (step.type === 'banner') yield* animation(bannerConfig, index);
    else if (maxWidth) yield* numberProblem(maxWidth, ['steps', index, 'maxWidth'], { name: `The width of step ${index + 1}`, min: 1 });
  }
}

function* animation(bannerConfig: unknown, index: number): Iterable<PageProblem> {
  const { duration } = isObject(bannerConfig) && isObject(bannerConfig.animation) ? bannerConfig.animation : {};
  if (duration === undefined) return;
  const rule = { name: `The duration of the animation of step ${index + 1}`, min: 0 };
  yield* numberProblem(duration, ['steps', index, 'bannerConfig', 'animation', 'duration'], rule);
}

/** The SDK takes numbers as text, too. */
export function* numberProblem(
  value: unknown,
  at: readonly (string | number)[],
  { name, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, isInteger = false }: NumberRule,
): Iterable<PageProblem> {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const isNumber = typeof number === 'number' && Number.isFinite(number) && (!isInteger || Number.isInteger(number));
  if (asText(value) === null) yield crash(at, 'invalid_number', `${name} must be a number.`);
  else if (!isNumber)
    yield error(at, 'invalid_number', `${name} must be ${isInteger ? 'a whole number' : 'a number'}, not ${quote(value)}.`);
  else if (number < min || number > max)
    yield error(at, 'invalid_number', `${name} must be ${number < min ? `${min} or more` : `${max} or less`}.`);
}
