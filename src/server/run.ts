import { type ExecutionArgs, type ExecutionResult, execute, getOperationAST } from 'graphql';
import type { Config } from '../config.ts';
import { Context, type Services } from '../graphql/context.ts';
import type { ProjectChanges } from '../live/project-changes.ts';
import { executeCompiled } from './compiled-execution.ts';
import { maskResult } from './error-masking.ts';
import type { ServerContext } from './server-context.ts';

/** Runs a query or mutation. `contextValue` is the transport's (ServerContext); resolvers get their own. */
export type Run = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/**
 * The one way in which queries and mutations run, whatever door they came through. What a mutation may have changed is noted before its answer goes out, so
 * that this node says nothing older to whoever asks next.
 */
export function createRun(
  services: Services,
  changes: Pick<ProjectChanges, 'note'>,
  { introspection }: Pick<Config, 'introspection'>,
): Run {
  function finish(result: ExecutionResult, { document, operationName }: ExecutionArgs, server: ServerContext): ExecutionResult {
    if (getOperationAST(document, operationName)?.operation === 'mutation') changes.note(server.caller.actor?.projectIds ?? []);
    return maskResult(result, server);
  }

  return (args) => {
    const server = args.contextValue as ServerContext;
    const executeOne = server.caller.isTrusted ? executeCompiled : execute;
    const result = executeOne({ ...args, hideSuggestions: !introspection, contextValue: new Context(services, server.caller, server) });
    return result instanceof Promise
      ? result.then((settled) => finish(settled, args, server))
      : finish(result as ExecutionResult, args, server);
  };
}
