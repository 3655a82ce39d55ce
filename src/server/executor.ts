import type { DocumentNode, ExecutionResult } from 'graphql';
import { schema } from '../graphql/schema.ts';
import type { LiveStream } from '../live/live-stream.ts';
import type { RejectedDocument } from './document-cache.ts';
import type { Documents, PreparedOperation } from './documents.ts';
import type { OperationRequest } from './operation-request.ts';
import type { Run } from './run.ts';
import type { ServerContext } from './server-context.ts';
import type { Subscribe } from './shared-subscription.ts';

export interface Executor {
  /** Parses and validates, once for each text; the errors where it is refused. */
  prepare(request: OperationRequest, server: ServerContext): PreparedOperation | RejectedDocument;
  /** Runs a query or mutation. */
  execute(prepared: PreparedOperation, server: ServerContext): Promise<ExecutionResult>;
  /** Starts a subscription; a single result where it could not be started. */
  subscribe(prepared: PreparedOperation, server: ServerContext): Promise<LiveStream<ExecutionResult> | ExecutionResult>;
  /** Runs a document of our own: parsed, and validated when it was generated. */
  run(document: DocumentNode, variables: Record<string, unknown>, server: ServerContext): Promise<ExecutionResult>;
}

/** Runs GraphQL for all transports but Yoga's own, with the same documents (documents.ts) and by the same function (run.ts), without Yoga's plugins. */
export function createExecutor(documents: Documents, run: Run, subscribe: Subscribe): Executor {
  return {
    prepare: (request, { caller }) => documents.prepare(request, caller),
    async execute({ document, variables, operationName }, server) {
      return run({ schema, document, contextValue: server, variableValues: variables, operationName });
    },
    subscribe({ document, variables, operationName }, server) {
      return subscribe({ schema, document, contextValue: server, variableValues: variables, operationName });
    },
    async run(document, variables, server) {
      return run({ schema, document, contextValue: server, variableValues: variables });
    },
  };
}
