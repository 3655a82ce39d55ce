const MAX_LENGTH = 400;

const PREFIX = 'product-tour-targeting-';

/**
 * The key of a new internal flag: contract 8.1. A long name is cut to make the key fit (section 16, row 12).
 *
 * @param random8 eight random characters, which keep apart tours of the same name
 */
export function targetingFlagKey(name: string, random8: string): string {
  const suffix = `-${random8}`;
  return `${PREFIX}${slug(name).slice(0, MAX_LENGTH - PREFIX.length - suffix.length)}${suffix}`;
}

/** The name of a new survey: contract section 12. A long tour name is cut to make it fit; a survey name holds 400 characters. */
export function surveyName(tourName: string, stepNumber: number, hex8: string): string {
  const suffix = ` - Step ${stepNumber} Survey (${hex8})`;
  return `${[...tourName].slice(0, MAX_LENGTH - suffix.length).join('')}${suffix}`;
}

/** White space for the original slug rules, but not for JavaScript's `\s`. */
const SEPARATORS = '\u001c\u001d\u001e\u001f';

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()
    .replace(/[^\w\s-]/g, (character) => (SEPARATORS.includes(character) ? ' ' : ''))
    .replace(/[-\s]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
}
