import { isEmptyJson } from '../../../json/emptiness.ts';
import { listSteps } from '../content.ts';
import { eachStep } from './each-step.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** Steps that are missing, show nothing, or cannot be told apart. */
export function stepWarnings({ content }: CheckedDraft): TourProblem[] {
  if (listSteps(content).length === 0) return [warning('no_steps', 'The tour has no steps: nothing will be shown.', ['content', 'steps'])];
  const seen = new Set<unknown>();
  return eachStep(content, ({ step, name, at }) => {
    const problems: TourProblem[] = [];
    if (isEmptyJson(step.id)) problems.push(warning('no_step_id', `${name} has no id: its progress cannot be measured.`, at('id')));
    else if (seen.has(step.id)) problems.push(warning('repeated_step_id', `${name} has the id of an earlier step.`, at('id')));
    seen.add(step.id);
    if (step.type !== 'survey' && isEmptyJson(step.content) && isEmptyJson(step.contentHtml) && isEmptyJson(step.survey)) {
      problems.push(warning('empty_step', `${name} shows nothing.`, at('content')));
    }
    return problems;
  });
}
