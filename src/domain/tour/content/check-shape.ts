import { z } from 'zod';
import { isEmptyJson } from '../../../json/emptiness.ts';
import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { didYouMean } from './did-you-mean.ts';
import { notAValue, outOfRange, wrongType } from './shape-messages.ts';
import { OTHER_STEP_TYPES, STEP_LEVELS, STEP_TYPES, Step, type StepType } from './step.ts';
import { describeLevel, isNullable, unwrapped, valuesOf } from './structure.ts';
import { TourContent } from './tour-content.ts';

/** How a value differs from the definition of content. */
export interface ShapeProblem {
  code: 'wrong_type' | 'unknown_value' | 'out_of_range' | 'missing_key' | 'unknown_key' | 'other_step_type';
  /** The keys and positions that lead to the value in the content. */
  at: (string | number)[];
  message: string;
}

/** Values under longer keys are passed over: each problem contains the keys that lead to it. In characters. */
const MAX_KEY = 400;
/** How many unknown keys are compared with the known ones, which takes most of the time. */
const MAX_COMPARISONS = 10_000;

/**
 * Compares content with its definition: wrong types, unknown values, missing keys, keys of another type of step, and
 * misspelled keys. Unknown keys that resemble no known key are allowed. It walks the content itself, because zod
 * collects issues without a limit and overflows the stack on deep rich text.
 *
 * @param max how many problems to find at most
 */
export function checkShape(content: JsonObject, max: number): ShapeProblem[] {
  const walk = new Walk(max);
  walk.visit(TourContent, content);
  return walk.found;
}

class Walk {
  readonly found: ShapeProblem[] = [];
  readonly #max: number;
  readonly #at: (string | number)[] = [];
  #comparisons = 0;

  constructor(max: number) {
    this.#max = max;
  }

  visit(definition: z.core.$ZodType, value: unknown): void {
    if (value === null && isNullable(definition)) return;
    const type = unwrapped(definition);
    const isList = type instanceof z.ZodArray;
    const isKeyed = type === Step || type instanceof z.ZodObject || type instanceof z.ZodRecord;
    if (isList ? !Array.isArray(value) : isKeyed && !isObject(value)) {
      this.#report('wrong_type', wrongType(this.#at, isList ? 'array' : 'object', value));
    } else if (isList) this.#visitList(type, value as unknown[]);
    else if (type === Step) this.#visitStep(value as JsonObject);
    else if (type instanceof z.ZodObject) this.#visitLevel(type, value as JsonObject);
    else if (type instanceof z.ZodRecord) this.#visitRecord(type, value as JsonObject);
    else if (!(type instanceof z.ZodUnknown)) this.#visitScalar(type, value);
  }

  #visitStep(step: JsonObject): void {
    const { type = 'modal', ...others } = step;
    const isKnown = STEP_TYPES.includes(type as StepType);
    if (!isKnown) this.#within('type', () => this.#report('unknown_value', notAValue(this.#at, type, STEP_TYPES)));
    // Browsers draw a step of an unknown type like one without a type.
    this.#visitLevel(STEP_LEVELS[isKnown ? (type as StepType) : 'modal'], isKnown ? step : others);
  }

  #visitLevel(level: z.ZodObject, value: JsonObject): void {
    const { keys, required } = describeLevel(level);
    for (const key of Object.keys(value)) {
      if (this.#isFull) return;
      const type = keys.get(key);
      this.#within(key, () => (type ? this.visit(type, value[key]) : this.#visitUnknown(key, level, value)));
    }
    for (const key of required) {
      if (!Object.hasOwn(value, key)) this.#within(key, () => this.#report('missing_key', `\`${key}\` is missing.`));
    }
  }

  #visitUnknown(key: string, level: z.ZodObject, value: JsonObject): void {
    const others = OTHER_STEP_TYPES.get(level);
    const owners = others?.get(key);
    if (owners) {
      if (isEmptyJson(value[key])) return;
      this.#report('other_step_type', `\`${key}\` is a key of steps of the type ${owners}. Steps of this type do not use it.`);
    } else if (++this.#comparisons <= MAX_COMPARISONS) {
      const meant = didYouMean(key, [...describeLevel(level).keys.keys(), ...(others?.keys() ?? [])]);
      // A key that is in use is not a misspelling of another.
      if (meant !== null && isEmptyJson(value[meant]))
        this.#report('unknown_key', `There is no key \`${key}\`. Did you mean \`${meant}\`?`);
    }
  }

  #visitList({ element }: z.ZodArray, value: unknown[]): void {
    for (const [index, item] of value.entries()) {
      if (this.#isFull) return;
      this.#within(index, () => this.visit(element, item));
    }
  }

  #visitRecord({ valueType }: z.ZodRecord, value: JsonObject): void {
    for (const key of Object.keys(value)) {
      if (this.#isFull) return;
      if (key.length <= MAX_KEY) this.#within(key, () => this.visit(valueType, value[key]));
    }
  }

  #visitScalar(type: z.core.$ZodType, value: unknown): void {
    const issue = z.safeParse(type, value).error?.issues[0];
    if (!issue) return;
    const values = valuesOf(type);
    if (issue.code === 'invalid_type') this.#report('wrong_type', wrongType(this.#at, issue.expected, value));
    else if (values) this.#report(typeof value === typeof values[0] ? 'unknown_value' : 'wrong_type', notAValue(this.#at, value, values));
    else if (issue.code === 'too_small') this.#report('out_of_range', outOfRange(this.#at, 'at least', issue.minimum, value));
    else if (issue.code === 'too_big') this.#report('out_of_range', outOfRange(this.#at, 'at most', issue.maximum, value));
  }

  get #isFull(): boolean {
    return this.found.length >= this.#max;
  }

  #within(key: string | number, visit: () => void): void {
    this.#at.push(key);
    visit();
    this.#at.pop();
  }

  #report(code: ShapeProblem['code'], message: string): void {
    if (!this.#isFull) this.found.push({ code, at: [...this.#at], message });
  }
}
