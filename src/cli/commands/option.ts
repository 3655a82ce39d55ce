import { InvalidArgumentError, Option } from 'commander';
import { UUID as UUID_PATTERN } from '../../domain/uuid.ts';

/** What the value of an option can be. */
export interface Format<Value> {
  /** Completes "--id takes …". */
  expected: string;
  /** Undefined: it is none. */
  read(text: string): Value | undefined;
}

/** The largest id: an integer of PostgreSQL. */
const MAX_ID = 2_147_483_647;

export const ID: Format<number> = wholeNumber(0, MAX_ID);
export const PORT: Format<number> = wholeNumber(0, 65_535);
export const TEXT: Format<string> = { expected: 'a text', read: (text) => text };
export const UUID: Format<string> = { expected: 'a UUID', read: (text) => (UUID_PATTERN.test(text) ? text.toLowerCase() : undefined) };

export const MOMENT: Format<string> = {
  expected: 'a moment such as 2027-01-31T00:00:00Z',
  read: (text) => (Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString()),
};

export const JSON_OBJECT: Format<object> = {
  expected: 'a JSON object',
  read(text) {
    try {
      const value = JSON.parse(text);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    } catch {
      return undefined;
    }
  },
};

function wholeNumber(min: number, max: number): Format<number> {
  return {
    expected: `a whole number from ${min} to ${max}`,
    read: (text) => (/^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined),
  };
}

export function optional<Value>(flags: string, description: string, format: Format<Value>): Option {
  return new Option(flags, description).argParser((text: string) => read(flags, format, text));
}

/** An option without which a command does not run. Commander's own check comes before that for unknown options: a misspelled one would be reported as missing. */
export class RequiredOption extends Option {}

export function required<Value>(flags: string, description: string, format: Format<Value>): Option {
  return new RequiredOption(flags, `${description} (required)`).argParser((text: string) => read(flags, format, text));
}

/** An option that can be repeated. */
export function list<Value>(flags: string, description: string, format: Format<Value>): Option {
  return new Option(flags, description).argParser((text: string, values: Value[] = []) => [...values, read(flags, format, text)]);
}

export function flag(flags: string, description: string): Option {
  return new Option(flags, description);
}

/** `--x` is on, `--no-x` is off, neither leaves it undefined. */
export function onOff(name: string, on: string, off: string): Option[] {
  return [new Option(`--${name}`, on), new Option(`--no-${name}`, off)];
}

function read<Value>(flags: string, { expected, read }: Format<Value>, text: string): Value {
  const value = read(text);
  if (value === undefined) throw new InvalidArgumentError(`${flags.split(' ', 1)[0]} takes ${expected}.`);
  return value;
}
