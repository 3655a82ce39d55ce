import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { Actor } from '../domain/actor.ts';
import { Context, type Services } from '../graphql/context.ts';
import { maskResult } from './error-masking.ts';
import { variablesOfResult } from './result-variables.ts';
import type { ServerContext } from './server-context.ts';

type Results = AsyncIterableIterator<ExecutionResult>;

export type Subscribe = (args: ExecutionArgs) => Promise<Results | ExecutionResult>;

/**
 * Runs subscriptions as graphql-js does, but those that ask for the same, with the same access, once for each event: all of them get the same result, the
 * object itself, so that it need not be printed for each either (see encoded-result.ts).
 */
export function createSubscribe(services: Services): Subscribe {
  /** By event, and then by who asks for what of it. */
  const results = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();

  function resultOf(event: object, args: ExecutionArgs, question: string): Promise<ExecutionResult> {
    const server = args.contextValue as ServerContext;
    const { actor } = server.caller;
    const known = results.get(event) ?? new Map<string, Promise<ExecutionResult>>();
    results.set(event, known);
    const key = `${question} ${accessOf(actor)}`;
    const result =
      known.get(key) ??
      executeFor(event, { ...args, contextValue: new Context(services, { actor: actor && anonymous(actor) }, server) }, server);
    known.set(key, result);
    return result;
  }

  return async (args) => {
    const server = args.contextValue as ServerContext;
    const { caller } = server;
    const started = await createSourceEventStream({ ...args, contextValue: new Context(services, caller, server) });
    if (!isStream(started)) return maskResult(started as ExecutionResult, server);
    const source = started;
    const question = questionOf(args);

    async function next(): Promise<IteratorResult<ExecutionResult>> {
      const { done, value } = await source.next();
      if (done) return { done, value: undefined };
      if (caller.stream && hasCursor(value)) caller.stream.cursor = value.cursor;
      return { done: false, value: await resultOf(value, args, question) };
    }

    const stream: Results = {
      [Symbol.asyncIterator]: () => stream,
      next,
      // At once, whatever a `next` waits for.
      async return() {
        await source.return?.();
        return { done: true, value: undefined };
      },
    };
    return stream;
  };
}

async function executeFor(event: object, args: ExecutionArgs, server: ServerContext): Promise<ExecutionResult> {
  return maskResult(await execute({ ...args, rootValue: event }), server);
}

function isStream(source: AsyncIterable<unknown> | ExecutionResult): source is AsyncIterableIterator<object> {
  return Symbol.asyncIterator in source;
}

function hasCursor(event: object): event is { cursor: string } {
  return 'cursor' in event && typeof event.cursor === 'string';
}

const numbers = new WeakMap<OperationDefinitionNode, number>();
let operations = 0;

/** What is asked of each event: the operation, and the values of the variables that its result depends on. Documents are kept, so each has one number. */
function questionOf({ document, operationName, variableValues }: ExecutionArgs): string {
  const operation = getOperationAST(document as DocumentNode, operationName) as OperationDefinitionNode;
  const number = numbers.get(operation) ?? ++operations;
  numbers.set(operation, number);
  const values = variablesOfResult(document, operation).map((name) => variableValues?.[name]);
  return `${number} ${JSON.stringify(values)}`;
}

const accesses = new WeakMap<Actor, string>();

function accessOf(actor: Actor | null): string {
  if (!actor) return '';
  const known = accesses.get(actor);
  if (known) return known;
  const { scopes, projectIds, memberProjectIds, scopedProjectIds, currentProjectId } = actor;
  const access = JSON.stringify([[...scopes].sort(), projectIds, memberProjectIds, scopedProjectIds, currentProjectId]);
  accesses.set(actor, access);
  return access;
}

/** The rights without the person: what is executed for many can depend on nobody in particular. */
function anonymous(actor: Actor): Actor {
  return { ...actor, userId: 0, userName: '', distinctId: '', keyId: '', expiresAt: null };
}
