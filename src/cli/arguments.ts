/** The options of a command as `parseArgs` gives them. */
export type Arguments = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** The command line was put together wrongly; the message says how it should read. */
export class UsageError extends Error {}

export function optional(args: Arguments, name: string): string | undefined {
  return args[name] as string | undefined;
}

export function text(args: Arguments, name: string): string {
  const value = optional(args, name);
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}

export function texts(args: Arguments, name: string): string[] {
  return (args[name] as string[] | undefined) ?? [];
}

export function oneOrMore(args: Arguments, name: string): string[] {
  const values = texts(args, name);
  if (values.length === 0) throw new UsageError(`--${name} is missing`);
  return values;
}

export function flag(args: Arguments, name: string): boolean {
  return args[name] === true;
}

export function number(args: Arguments, name: string): number {
  return parseId(name, text(args, name));
}

export function numbers(args: Arguments, name: string): number[] {
  return texts(args, name).map((value) => parseId(name, value));
}

export function json(args: Arguments, name: string): unknown {
  const value = optional(args, name);
  try {
    return value === undefined ? undefined : JSON.parse(value);
  } catch {
    throw new UsageError(`--${name} takes JSON`);
  }
}

export function moment(args: Arguments, name: string): string {
  const value = text(args, name);
  if (Number.isNaN(Date.parse(value))) throw new UsageError(`--${name} takes a moment such as 2027-01-31T00:00:00Z`);
  return value;
}

export function optionalMoment(args: Arguments, name: string): string | undefined {
  return optional(args, name) === undefined ? undefined : moment(args, name);
}

function parseId(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} takes a whole number, not '${value}'`);
  return Number(value);
}
