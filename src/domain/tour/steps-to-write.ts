import { isEmptyJson } from '../../json/emptiness.ts';
import { isObject, type JsonObject } from '../../json/json-object.ts';
import { ValidationError } from '../errors.ts';
import { htmlText, oneLine } from '../html-text.ts';
import type { StepToWrite } from './content-writer.ts';
import { normalizeStep } from './step.ts';

/** The most that one request may have written. Tours have a dozen steps; what goes to a model is paid for. */
const MAX_STEPS = 200;

/** The most characters of all that a writer gets of the steps, HTML included. */
const MAX_CHARACTERS = 100_000;

interface NamedStep {
  id: string;
  step: StepToWrite;
}

/**
 * The steps of an editor that have texts of their own: element and modal ones that ask nothing, in any form that content takes, numbered from 0.
 *
 * @throws ValidationError
 */
export function readStepsToWrite(value: unknown): NamedStep[] {
  if (!Array.isArray(value)) throw refusal('Steps must be a list.');
  if (value.length === 0) throw refusal('Elements cannot be empty', null);
  const steps = value.map(readStep).filter((step) => step !== null);
  if (steps.length > MAX_STEPS) throw refusal(`At most ${MAX_STEPS} steps can be written for at once.`);
  if (steps.reduce((sum, { source }) => sum + length(source), 0) > MAX_CHARACTERS)
    throw refusal(`The steps may have at most ${MAX_CHARACTERS} characters together.`);
  return steps.map(({ id, source }, index) => ({ id, step: describe(source, index) }));
}

/** What counts of a step, as it came. */
interface Source {
  isElement: boolean;
  progressionTrigger: string;
  html: string;
  elementText: string;
  selector: string;
}

/** Null: a step of a kind that has no texts. */
function readStep(value: unknown, place: number): { id: string; source: Source } | null {
  if (!isObject(value)) throw refusal(`Step ${place + 1} must be an object.`);
  if ((value.type !== 'element' && value.type !== 'modal') || !isEmptyJson(value.survey)) return null;
  const { id } = value;
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') throw refusal(`Step ${place + 1} has no id.`);
  return { id: String(id), source: readSource(normalizeStep(value)) };
}

function readSource({ elementTargeting, progressionTrigger, contentHtml, inferenceData, selector }: JsonObject): Source {
  return {
    isElement: elementTargeting != null,
    progressionTrigger: text(progressionTrigger),
    html: text(contentHtml),
    elementText: elementTargeting === 'auto' && isObject(inferenceData) ? text(inferenceData.text) : '',
    selector: elementTargeting === 'manual' ? text(selector) : '',
  };
}

function length({ progressionTrigger, html, elementText, selector }: Source): number {
  return progressionTrigger.length + html.length + elementText.length + selector.length;
}

function describe(source: Source, index: number): StepToWrite {
  return {
    index,
    kind: source.isElement ? 'element tooltip' : 'pop-up',
    progressionTrigger: oneLine(source.progressionTrigger) || null,
    text: htmlText(source.html),
    elementText: oneLine(source.elementText) || null,
    selector: oneLine(source.selector) || null,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function refusal(message: string, path: 'steps' | null = 'steps'): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}
