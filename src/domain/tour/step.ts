import { isEmptyJson } from '../../json/emptiness.ts';
import type { JsonObject } from '../../json/json-object.ts';

/**
 * A step in its present form: contract 7.3. Older editors had no `elementTargeting` and said the same with `useManualSelector`, `inferenceData` or the type
 * `element`; browsers still read only `useManualSelector`, so the two are kept in step. All other keys, and the order of keys, stay. Idempotent.
 */
export function normalizeStep(step: JsonObject): JsonObject {
  const normalized = { ...step };
  if (!Object.hasOwn(step, 'elementTargeting')) {
    const targeting = impliedTargeting(step);
    if (targeting !== null) normalized.elementTargeting = targeting;
    if (targeting === 'auto' && isEmptyJson(step.inferenceData)) normalized.type = 'modal';
  }
  if (normalized.elementTargeting === 'manual') normalized.useManualSelector = true;
  else if (normalized.elementTargeting != null) delete normalized.useManualSelector;
  return normalized;
}

function impliedTargeting(step: JsonObject): 'manual' | 'auto' | null {
  if (step.useManualSelector === true) return 'manual';
  return !isEmptyJson(step.inferenceData) || step.type === 'element' ? 'auto' : null;
}
