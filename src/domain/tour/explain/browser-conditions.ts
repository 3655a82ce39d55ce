import { isObject } from '../../../json/json-object.ts';
import { bannerContainer, stepElement } from '../content/element.ts';
import { listSteps, readConditions } from '../content.ts';
import type { TargetingCondition } from './condition.ts';

// The conditions that only the page can decide. What is known of them here is what the tour waits for.

/** A click on an element starts the tour whatever stands against it, so long as the dates allow it. */
export function clickCondition(content: unknown): TargetingCondition {
  const { selector } = readConditions(content);
  if (!selector) return { kind: 'CLICK', outcome: 'NOT_ASKED', message: 'No click starts the tour.' };
  const message = `A click on '${selector}' starts the tour, whatever its targeting says.`;
  return { kind: 'CLICK', outcome: 'UNKNOWN', message, expected: selector };
}

export function triggerCondition(content: unknown): TargetingCondition {
  const conditions = readConditions(content);
  const events = listValues(conditions.events);
  const actions = listValues(conditions.actions);
  if (events.length + actions.length === 0) return { kind: 'TRIGGER', outcome: 'NOT_ASKED', message: 'The tour waits for no event.' };
  const names = [...events, ...actions].filter(isObject).flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []));
  const trigger = { kind: 'TRIGGER' as const, expected: { events, actions } };
  if (names.length === 0) return { ...trigger, outcome: 'NOT_MET', message: 'The tour waits for an event that has no name.' };
  const message = `The tour waits until the page captures one of these: ${names.map((name) => `'${name}'`).join(', ')}.`;
  return { ...trigger, outcome: 'UNKNOWN', message };
}

export function delayCondition(content: unknown): TargetingCondition {
  const { autoShowDelaySeconds, cancelEvents } = readConditions(content);
  const seconds = Number(autoShowDelaySeconds ?? 0);
  const cancelling = listValues(cancelEvents);
  const delay = { kind: 'DELAY' as const, expected: { autoShowDelaySeconds: seconds, cancelEvents: cancelling } };
  if (!(seconds > 0)) return { ...delay, outcome: 'NOT_ASKED', message: 'The tour shows at once.' };
  const wait = `The tour shows ${seconds} s after all else is met`;
  return cancelling.length === 0
    ? { ...delay, outcome: 'MET', message: `${wait}.` }
    : { ...delay, outcome: 'UNKNOWN', message: `${wait}, unless an event calls it off meanwhile.` };
}

/** What the SDK needs to draw the first step; it tries again once a second. */
export function firstStepCondition(content: unknown): TargetingCondition {
  const kind = 'FIRST_STEP';
  const [step] = listSteps(content);
  if (!isObject(step)) return { kind, outcome: 'NOT_MET', message: 'The tour has no first step.' };
  if (step.type === 'survey')
    return step.survey
      ? { kind, outcome: 'MET', message: 'The first step is a survey.' }
      : { kind, outcome: 'NOT_MET', message: 'The first step is a survey without a question.' };
  const element = step.type === 'banner' ? bannerContainer(step) : stepElement(step);
  if (!element) return { kind, outcome: 'MET', message: 'The first step needs no element of the page.' };
  const name = 'selector' in element ? `an element that matches '${element.selector}'` : 'the element that its inference data describes';
  return { kind, outcome: 'UNKNOWN', message: `The first step stands at ${name}, which must be there and visible.`, expected: element };
}

function listValues(list: unknown): unknown[] {
  return isObject(list) && Array.isArray(list.values) ? list.values : [];
}
