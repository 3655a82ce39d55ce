import { isEmptyJson } from '../../../json/emptiness.ts';
import { isObject } from '../../../json/json-object.ts';
import { SURVEY_DEFAULTS } from '../content/survey.ts';
import { eachStep } from './each-step.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** Survey steps that ask nothing, or whose ratings browsers cannot draw. */
export function surveyWarnings({ content }: CheckedDraft): TourProblem[] {
  return eachStep(content, ({ step: { type, survey }, name, at }) => {
    if (type !== 'survey') return [];
    if (isEmptyJson(survey))
      return [warning('survey_without_question', `${name} is a survey step without a \`survey\`. It cannot be shown.`, at('survey'))];
    if (!isObject(survey)) return [];
    const problems: TourProblem[] = [];
    const { questionText, type: kind, display = SURVEY_DEFAULTS.display, scale = SURVEY_DEFAULTS.scale } = survey;
    if (typeof questionText === 'string' && questionText.trim() === '')
      problems.push(warning('survey_without_question', `The question of ${name.toLowerCase()} is empty.`, at('survey', 'questionText')));
    if (typeof kind === 'string' && kind !== 'open' && kind !== 'rating')
      problems.push(
        warning(
          'survey_without_answers',
          `Browsers cannot draw the answers to a question of this type: ${name} shows a rating instead.`,
          at('survey', 'type'),
        ),
      );
    if (kind === 'rating' && ((display === 'emoji' && scale === 10) || (display === 'number' && scale === 3)))
      problems.push(
        warning('rating_scale', `Browsers draw this scale as 5. Use 3 or 5 with faces, 5 or 10 with numbers.`, at('survey', 'scale')),
      );
    return problems;
  });
}
