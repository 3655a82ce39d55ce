import { isObject, type JsonObject } from '../../json/json-object.ts';
import { pointer } from '../../json/patch.ts';
import { checkJsonText } from '../../json/text-check.ts';
import type { PlacedProblem } from '../errors.ts';
import type { Checked } from './field-rules.ts';
import { normalizeStep } from './step.ts';

/** Content as it is to be stored, its steps in their present form. */
export function checkContent(value: unknown): Checked<JsonObject> {
  const [problem] = contentProblems(value);
  if (problem) {
    const { at, code, message } = problem;
    return { problem: { path: 'content', code, message, pointer: pointer('content', ...at) } };
  }
  return { value: normalizeContent(value as JsonObject) };
}

/**
 * Why a value cannot be content: contract 7.2 in its order, then what upstream failed on (section 16, row 8). Null stands for absent in `steps` and `conditions`
 * and is kept; beyond that nothing is checked, and unknown keys stay.
 */
export function contentProblems(value: unknown): PlacedProblem[] {
  if (!isObject(value)) return [refusal('Content must be an object')];
  const text = checkJsonText(value);
  if (text) return [{ at: [], ...text }];

  const { steps = null, conditions = null } = value;
  const problems: PlacedProblem[] = [];
  if (steps !== null && !Array.isArray(steps)) problems.push(refusal('Steps must be a list.', 'steps'));
  else if (value.type === 'announcement' && steps?.length !== 1) problems.push(refusal('Announcements must have exactly 1 step.', 'steps'));
  for (const [index, step] of listSteps(value).entries())
    if (!isObject(step)) problems.push(refusal(`Step ${index + 1} must be an object.`, 'steps', index));
  if (conditions !== null && !isObject(conditions)) problems.push(refusal('Conditions must be an object.', 'conditions'));
  return problems;
}

/** The same content with every step in its present form. Whatever is no step is left as it is. */
export function normalizeContent(content: JsonObject): JsonObject {
  if (!Array.isArray(content.steps)) return content;
  return { ...content, steps: content.steps.map((step) => (isObject(step) ? normalizeStep(step) : step)) };
}

/** The steps of any content, to look at: those that are objects, in order. Odd content has none. */
export function readSteps(content: unknown): JsonObject[] {
  return listSteps(content).filter(isObject);
}

/** The list under `steps` as it stands, for whoever counts positions. */
export function listSteps(content: unknown): unknown[] {
  return isObject(content) && Array.isArray(content.steps) ? content.steps : [];
}

/** The conditions of any content, to look at. */
export function readConditions(content: unknown): JsonObject {
  return isObject(content) && isObject(content.conditions) ? content.conditions : {};
}

function refusal(message: string, ...at: (string | number)[]): PlacedProblem {
  return { at, code: 'invalid_input', message };
}
