import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import { Context, type Services } from '../graphql/context.ts';
import { maskResult } from './error-masking.ts';
import type { ServerContext } from './server-context.ts';

/** Runs a query or mutation. `contextValue` is the transport's (ServerContext); resolvers get their own. */
export type Run = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** The one way in which queries and mutations run, whatever door they came through. */
export function createRun(services: Services): Run {
  return (args) => {
    const server = args.contextValue as ServerContext;
    const result = execute({ ...args, contextValue: new Context(services, server.caller, server) });
    return result instanceof Promise
      ? result.then((settled) => maskResult(settled, server))
      : maskResult(result as ExecutionResult, server);
  };
}
