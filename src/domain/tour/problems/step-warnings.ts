import { isEmptyJson } from '../../../json/emptiness.ts';
import { isObject } from '../../../json/json-object.ts';
import { listSteps } from '../content.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** Steps that are missing, show nothing, cannot be told apart, or lack a translation. */
export function stepWarnings({ content }: CheckedDraft): TourProblem[] {
  const steps = listSteps(content);
  if (steps.length === 0) return [warning('no_steps', 'The tour has no steps: nothing will be shown.', ['content', 'steps'])];
  const languages = Array.isArray(content.languages) ? content.languages.filter((language) => typeof language === 'string') : [];
  const seen = new Set<unknown>();
  return steps.flatMap((step, index) => {
    if (!isObject(step)) return [];
    const at = (...keys: string[]) => ['content', 'steps', index, ...keys];
    const problems: TourProblem[] = [];
    if (isEmptyJson(step.id))
      problems.push(warning('no_step_id', `Step ${index + 1} has no id: its progress cannot be measured.`, at('id')));
    else if (seen.has(step.id)) problems.push(warning('repeated_step_id', `Step ${index + 1} has the id of an earlier step.`, at('id')));
    seen.add(step.id);
    if (isEmptyJson(step.content) && isEmptyJson(step.contentHtml) && isEmptyJson(step.survey)) {
      problems.push(warning('empty_step', `Step ${index + 1} shows nothing.`, at('content')));
    }
    const translations = isObject(step.translations) ? step.translations : {};
    for (const language of languages) {
      if (isEmptyJson(step.contentHtml) || !isEmptyJson(translations[language])) continue;
      problems.push(warning('missing_translation', `Step ${index + 1} has no text in '${language}'.`, at('translations', language)));
    }
    return problems;
  });
}
