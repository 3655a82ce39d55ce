import type { ParseArgsConfig } from 'node:util';
import type { Actor } from '../domain/actor.ts';
import type { Deps } from '../domain/deps.ts';
import type { Arguments } from './arguments.ts';

/** One administrative command: the use case of the mutation of the same name, for those who can reach the database. */
export interface Command {
  usage: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run(deps: Deps, operator: Actor, args: Arguments): Promise<unknown>;
  /** The result for people, which is printed without `--json`. Absent: it is always JSON. */
  print?(result: never): string;
}
