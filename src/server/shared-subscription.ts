import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { Config } from '../config.ts';
import type { Actor } from '../domain/actor.ts';
import { Context, type Services } from '../graphql/context.ts';
import { ownerOf } from '../limits/owner.ts';
import { LiveStream, type Waiter } from '../live/live-stream.ts';
import { maskError, maskResult } from './error-masking.ts';
import { variablesOfResult } from './result-variables.ts';
import type { RetainedRequests } from './retained-requests.ts';
import type { ServerContext } from './server-context.ts';
import { SharedExecution } from './shared-execution.ts';

export type Subscribe = (args: ExecutionArgs) => Promise<LiveStream<ExecutionResult> | ExecutionResult>;

/**
 * Runs subscriptions as graphql-js does, but those that ask for the same, with the same access, once for each event: all of them get the same result, the
 * object itself, so that it need not be encoded for each either.
 */
export function createSubscribe(
  services: Services,
  retained: RetainedRequests,
  { introspection }: Pick<Config, 'introspection'>,
): Subscribe {
  /** By event, then by who asks, and then by what: no more than there are subscriptions, and gone with the event. */
  const executions = new WeakMap<object, Map<string, Map<string, SharedExecution>>>();

  function executionOf(event: object, args: ExecutionArgs, question: string): SharedExecution {
    const server = args.contextValue as ServerContext;
    const { actor } = server.caller;
    const access = accessOf(actor);
    const ofEvent = executions.get(event) ?? new Map<string, Map<string, SharedExecution>>();
    const ofAccess = ofEvent.get(access) ?? new Map<string, SharedExecution>();
    const known = ofAccess.get(question);
    if (known) return known;
    const contextValue = new Context(services, { actor: actor && anonymous(actor) }, server);
    const execution = new SharedExecution(() => executeFor(event, { ...args, contextValue }, server));
    executions.set(event, ofEvent.set(access, ofAccess.set(question, execution)));
    return execution;
  }

  return async (args) => {
    const server = args.contextValue as ServerContext;
    let release: () => void;
    try {
      release = retained.take(ownerOf(server.caller.actor), args.document, args.variableValues);
    } catch (error) {
      return { errors: [maskError(error, server)] };
    }
    const context = new Context(services, server.caller, server);
    const started = await start({ ...args, hideSuggestions: !introspection, contextValue: context }).catch((error) => {
      release();
      throw error;
    });
    if (started instanceof LiveStream) return new Results(started, args, executionOf, release);
    release();
    return maskResult(started, server);
  };
}

function start(args: ExecutionArgs): Promise<LiveStream<object> | ExecutionResult> {
  return createSourceEventStream(args) as Promise<LiveStream<object> | ExecutionResult>;
}

type ExecutionOf = (event: object, args: ExecutionArgs, question: string) => SharedExecution;

/** The results of a stream of events. */
class Results extends LiveStream<ExecutionResult> implements Waiter<object> {
  readonly #events: LiveStream<object>;
  readonly #args: ExecutionArgs;
  readonly #question: string;
  readonly #executionOf: ExecutionOf;
  /** To be called when it is over; more than once does no harm. */
  readonly #release: () => void;
  #waiter: Waiter<ExecutionResult> | null = null;

  constructor(events: LiveStream<object>, args: ExecutionArgs, executionOf: ExecutionOf, release: () => void) {
    super();
    this.#events = events;
    this.#args = args;
    this.#question = questionOf(args);
    this.#executionOf = executionOf;
    this.#release = release;
  }

  ask(waiter: Waiter<ExecutionResult>): void {
    this.#waiter = waiter;
    this.#events.ask(this);
  }

  resolve(event: IteratorResult<object, undefined>): void {
    if (event.done) this.#release();
    if (!this.#waiter) return;
    if (event.done) {
      this.#waiter.resolve(event);
      return;
    }
    const { stream } = (this.#args.contextValue as ServerContext).caller;
    if (stream && hasCursor(event.value)) stream.cursor = event.value.cursor;
    this.#executionOf(event.value, this.#args, this.#question).tell(this.#waiter);
  }

  reject(error: unknown): void {
    this.#release();
    this.#waiter?.reject(error);
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#release();
    return this.#events.return();
  }

  fail(error: unknown): void {
    this.#release();
    this.#events.fail(error);
  }
}

function executeFor(event: object, args: ExecutionArgs, server: ServerContext): Promise<ExecutionResult> | ExecutionResult {
  const result = execute({ ...args, rootValue: event });
  return 'then' in result ? result.then((value) => maskResult(value, server)) : maskResult(result, server);
}

function hasCursor(event: object): event is { cursor: string } {
  return 'cursor' in event && typeof event.cursor === 'string';
}

const numbers = new WeakMap<OperationDefinitionNode, number>();
let operations = 0;

/**
 * What is asked of each event: the operation, and the variables that its result depends on; one that is absent, and so has its default, is not one that is
 * null. Documents are kept, so each has one number.
 */
function questionOf({ document, operationName, variableValues }: ExecutionArgs): string {
  const operation = getOperationAST(document as DocumentNode, operationName) as OperationDefinitionNode;
  const number = numbers.get(operation) ?? ++operations;
  numbers.set(operation, number);
  const values = Object.fromEntries(variablesOfResult(document, operation).map((name) => [name, variableValues?.[name]]));
  return `${number} ${JSON.stringify(values)}`;
}

const accesses = new WeakMap<Actor, string>();

function accessOf(actor: Actor | null): string {
  if (!actor) return '';
  const known = accesses.get(actor);
  if (known) return known;
  const access = JSON.stringify([
    [...actor.scopes].sort(),
    actor.projectIds,
    actor.previewTourId,
    actor.scopedProjectIds,
    actor.scopedOrganizationIds,
  ]);
  accesses.set(actor, access);
  return access;
}

/** What tells one caller from another with the same access. */
const IDENTITY = ['userId', 'userName', 'distinctId', 'keyId', 'kind', 'currentProjectId', 'expiresAt'] as const satisfies (keyof Actor)[];

/** The access without the caller. A result is shared by all with the same access, so a resolver that asks who the caller is fails: it would answer one for all. */
function anonymous({ scopes, projectIds, previewTourId, scopedProjectIds, scopedOrganizationIds }: Actor): Actor {
  const shared = { scopes, projectIds, previewTourId, scopedProjectIds, scopedOrganizationIds };
  for (const key of IDENTITY) {
    Object.defineProperty(shared, key, {
      get: () => {
        throw new Error(`A result that subscribers share may not depend on the caller's ${key}`);
      },
    });
  }
  return shared as unknown as Actor;
}
