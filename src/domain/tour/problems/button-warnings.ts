import { isEmptyJson } from '../../../json/emptiness.ts';
import { isObject } from '../../../json/json-object.ts';
import { eachStep } from './each-step.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** Buttons and banners that lead nowhere, and buttons without a label. */
export function buttonWarnings({ content }: CheckedDraft): TourProblem[] {
  return eachStep(content, ({ step, index, name, at }) => {
    const problems: TourProblem[] = [];
    const buttons = isObject(step.buttons) ? step.buttons : {};
    for (const key of ['primary', 'secondary']) {
      const button = buttons[key];
      if (!isObject(button)) continue;
      const subject = `The ${key} button of ${name.toLowerCase()}`;
      const place = at('buttons', key);
      problems.push(...targetWarnings(subject, button.action, button, place));
      if (button.action === 'previous_step' && index === 0)
        problems.push(warning('button_without_effect', `${subject} does nothing: there is no earlier step.`, [...place, 'action']));
      if (typeof button.text === 'string' && button.text.trim() === '')
        problems.push(warning('button_without_text', `${subject} has no label.`, [...place, 'text']));
    }
    const action = isObject(step.bannerConfig) ? step.bannerConfig.action : null;
    if (step.type === 'banner' && isObject(action))
      problems.push(...targetWarnings('The banner', action.type, action, at('bannerConfig', 'action')));
    return problems;
  });
}

/** The target that an action needs and does not have. */
function targetWarnings(
  subject: string,
  action: unknown,
  { link, tourId }: Record<string, unknown>,
  place: readonly (string | number)[],
): TourProblem[] {
  if (action === 'link' && isBlank(link))
    return [warning('button_without_link', `${subject} links nowhere. Set \`link\`.`, [...place, 'link'])];
  if (action === 'trigger_tour' && isBlank(tourId))
    return [warning('button_without_tour', `${subject} starts no tour. Set \`tourId\`.`, [...place, 'tourId'])];
  return [];
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : isEmptyJson(value);
}
