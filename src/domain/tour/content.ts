import { isObject, type JsonObject } from '../../json/json-object.ts';
import { checkJsonText } from '../../json/text-check.ts';
import type { Checked } from './field-rules.ts';
import { normalizeStep } from './step.ts';

/**
 * Content as it is to be stored: contract 7.2 in its order, then what upstream failed on (section 16, row 8). Null stands for absent in `steps` and `conditions`
 * and is kept; beyond that nothing is checked, and unknown keys stay.
 */
export function checkContent(value: unknown): Checked<JsonObject> {
  if (!isObject(value)) return refusal('Content must be an object');
  const text = checkJsonText(value);
  if (text) return { problem: { path: 'content', ...text } };

  const { steps = null, conditions = null } = value;
  if (steps !== null && !Array.isArray(steps)) return refusal('Steps must be a list.');
  if (value.type === 'announcement' && steps?.length !== 1) return refusal('Announcements must have exactly 1 step.');
  const odd = steps?.findIndex((step) => !isObject(step)) ?? -1;
  if (odd >= 0) return refusal(`Step ${odd + 1} must be an object.`);
  if (conditions !== null && !isObject(conditions)) return refusal('Conditions must be an object.');
  return { value: normalizeContent(value) };
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

function refusal(message: string): Checked<JsonObject> {
  return { problem: { path: 'content', code: 'invalid_input', message } };
}
