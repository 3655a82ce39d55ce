import type { Option } from 'commander';
import type { Ask } from '../gateway.ts';

/** A result to print: an object, or the rows of a list. */
export type Result = object | readonly Record<string, unknown>[];

/** One administrative command: the mutation or list of the same name. It runs on the database or on a running gateway. */
export interface GatewayCommand {
  name: string;
  summary: string;
  options: readonly Option[];
  /** Whether an empty database is filled first. */
  creates: boolean;
  /** @returns why the options do not go together; null: they do */
  check?(options: never): string | null;
  run(ask: Ask, options: never): Promise<Result>;
}

/** Gives the options of a command the type that commander reads them into. */
export function define<Options>(
  command: Pick<GatewayCommand, 'name' | 'summary' | 'options'> & {
    check?(options: Options): string | null;
    run(ask: Ask, options: Options): Promise<Result>;
  },
): GatewayCommand {
  return { ...command, creates: command.name.startsWith('create-') };
}

/** A time of the API as commands print it, to milliseconds. */
export function moment<Text extends string | null | undefined>(text: Text): string | null {
  return text == null ? null : new Date(text).toISOString();
}
