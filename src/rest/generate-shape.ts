import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { FREE_OBJECT, listSchema, type Properties } from '../openapi/json-schema.ts';
import type { Body } from './body.ts';
import { parseJson } from './json-text.ts';

/** The body of generate, read as it is: texts default to empty ones and are cut where they are too long, and in a form the steps are JSON text (contract section 14). */
export function readGenerate({ kind, fields }: Body): { title: string; goal: string; steps: unknown } {
  const steps = fields.get('steps') ?? [];
  const parsed = kind === 'form' && typeof steps === 'string' ? parseJson(steps) : { value: steps };
  return { title: text(fields.get('title')), goal: text(fields.get('goal')), steps: 'value' in parsed ? parsed.value : steps };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, INPUT_LIMITS.generationText).toWellFormed() : '';
}

/** The same, for those who send it. */
export const GENERATE_PROPERTIES: Properties = {
  title: { type: 'string', description: 'What the tour is called.' },
  goal: { type: 'string', description: 'What it is to achieve.' },
  steps: {
    ...listSchema(FREE_OBJECT),
    description:
      'The steps to write for, as in content; the stored ones are not looked at. Those of the types `element` and `modal` without a survey are written for, and need an `id`; nothing else is.',
  },
};
