import { isEmptyJson } from '../../../json/emptiness.ts';
import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { stepElement } from '../content/element.ts';
import { eachStep } from './each-step.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** Steps whose selector browsers ignore, and steps that a person cannot leave except by closing the tour. */
export function elementWarnings({ content }: CheckedDraft): TourProblem[] {
  return eachStep(content, ({ step, name, isLast, at }) => {
    if (step.type === 'survey' || step.type === 'banner') return [];
    const problems: TourProblem[] = [];
    const element = stepElement(step);
    if (!element && !isEmptyJson(step.selector)) {
      const message = `${name} has a selector that browsers ignore. Set \`elementTargeting\` to \`manual\` to show the step at the element.`;
      problems.push(warning('selector_ignored', message, at('elementTargeting')));
    }
    if (!isLast && !hasWayOn(step, element !== null)) {
      const message = `${name} has no button and does not advance on a click, so the person can only close the tour. Add \`buttons\`, or set \`progressionTrigger\`.`;
      problems.push(warning('no_way_on', message, at(step.buttons ? 'buttons' : 'progressionTrigger')));
    }
    return problems;
  });
}

/** Whether browsers offer anything that leads on, by the rules of posthog-js. */
function hasWayOn({ buttons, progressionTrigger }: JsonObject, hasElement: boolean): boolean {
  if (hasElement && progressionTrigger === 'click') return true;
  if (!buttons) return !hasElement || progressionTrigger === 'button';
  return isObject(buttons) && Boolean(buttons.primary || buttons.secondary);
}
