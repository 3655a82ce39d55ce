import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { RefusalFragment } from '../generated/operations.ts';

/** Runs a document of operations.graphql. @throws CommandError for what the gateway refuses */
export type Ask = <Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) => Promise<Data>;

/** What commands work on: the database itself, or a running gateway. */
export interface Gateway {
  ask: Ask;
  /** What to report of a refused command: where it was looked for what was not found, and which key lacks a scope. */
  explain(error: CommandError): Error;
  close(): Promise<void>;
}

interface Details {
  /** What was not found, for example `project 7`. */
  subject?: string | null | undefined;
  /** The scope that the caller would need. */
  missingScope?: string | null | undefined;
}

/** The gateway refused a command. */
export class CommandError extends Error {
  readonly subject: string | null;
  readonly missingScope: string | null;

  constructor(message: string, { subject = null, missingScope = null }: Details = {}) {
    super(message);
    this.name = 'CommandError';
    this.subject = subject;
    this.missingScope = missingScope;
  }
}

/** The same with the name of what was not found. @param place where it was looked for, for example `at http://127.0.0.1:4000` */
export function withSubject(error: CommandError, place: string): CommandError {
  return error.subject === null ? error : new CommandError(`${error.message} No ${error.subject} ${place}.`);
}

/** What a mutation returned instead of its success type. */
export function refused(result: object): CommandError {
  const { message, ...details } = result as RefusalFragment & Details;
  return new CommandError(message, details);
}
