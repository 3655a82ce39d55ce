import { isEmptyJson } from '../../../json/emptiness.ts';
import { isObject } from '../../../json/json-object.ts';
import { eachStep } from './each-step.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** How many languages of the content are looked at. */
const MAX_LANGUAGES = 200;
/** Longer texts are no language codes, in characters. */
const MAX_CODE = 40;

/**
 * Steps without a translation into a language that the content lists, and translations into languages that it does not
 * list.
 */
export function languageWarnings({ content }: CheckedDraft): TourProblem[] {
  const languages = Array.isArray(content.languages) ? content.languages.filter(isCode) : [];
  const listed = new Set(languages.slice(0, MAX_LANGUAGES));
  // Browsers use `de` for `de-AT` where there is nothing better.
  const covered = new Set([...languages, ...languages.map(baseOf)]);
  return eachStep(content, ({ step, name, at }) => {
    const problems: TourProblem[] = [];
    const translations = isObject(step.translations) ? step.translations : {};
    for (const language of listed) {
      if (isEmptyJson(step.contentHtml) || !isEmptyJson(translations[language]) || !isEmptyJson(translations[baseOf(language)])) continue;
      problems.push(warning('missing_translation', `${name} has no text in '${language}'.`, at('translations', language)));
    }
    for (const language of Object.keys(translations)) {
      if (!isCode(language) || covered.has(language) || isEmptyJson(translations[language])) continue;
      const message = `${name} has a translation into '${language}', which is not in \`languages\` of the content.`;
      problems.push(warning('undeclared_language', message, at('translations', language)));
    }
    return problems;
  });
}

function isCode(language: unknown): language is string {
  return typeof language === 'string' && language.length <= MAX_CODE;
}

function baseOf(language: string): string {
  return language.split('-', 1)[0] as string;
}
