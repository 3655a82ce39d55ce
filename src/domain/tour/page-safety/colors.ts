import { crash, type PageContent, type PageProblem } from './page-problem.ts';
import { asText, quote } from './text.ts';

/** The SDK computes other colors from these. */
const COMPUTED_WITH: readonly (readonly [key: string, name: string])[] = [
  ['backgroundColor', 'The background color'],
  ['textColor', 'The text color'],
  ['buttonColor', 'The color of buttons'],
];

const PLAIN = ['borderColor', 'fontFamily', 'boxShadow'];

/** The SDK looks names of colors up in an object, where it finds these two as well. */
const NO_NAMES: ReadonlySet<string> = new Set(['constructor', '__proto__']);

/** Colors and other texts of the appearance. A color that browsers do not know is not used and does no harm. */
export function* colors({ appearance }: PageContent): Iterable<PageProblem> {
  for (const [key, name] of COMPUTED_WITH) {
    const color = appearance[key];
    const at = ['appearance', key];
    if (color === undefined) continue;
    if (typeof color !== 'string') yield crash(at, 'invalid_color', `${name} must be text. Leave it out for the default.`);
    else if (key !== 'textColor' && NO_NAMES.has(color.toLowerCase())) yield crash(at, 'invalid_color', `${quote(color)} is not a color.`);
  }
  for (const key of PLAIN)
    if (asText(appearance[key]) === null) yield crash(['appearance', key], 'invalid_input', `The value of \`${key}\` must be text.`);
}
