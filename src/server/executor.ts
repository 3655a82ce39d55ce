import { type DocumentNode, type ExecutionResult, GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { schema } from '../graphql/schema.ts';
import type { LiveStream } from '../live/live-stream.ts';
import type { Run } from './run.ts';
import type { ServerContext } from './server-context.ts';
import type { Subscribe } from './shared-subscription.ts';
import type { Yoga } from './yoga.ts';

/** What a client asks to run. */
export interface OperationRequest {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** A document that is parsed and valid, with the one operation that the request means. */
export interface PreparedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  request: OperationRequest;
}

export interface Executor {
  /** Parses and validates, once for each text; the errors where it is not valid. */
  prepare(request: OperationRequest, server: ServerContext): PreparedOperation | { errors: readonly GraphQLError[] };
  /** Runs a query or mutation. */
  execute(prepared: PreparedOperation, server: ServerContext): Promise<ExecutionResult>;
  /** Starts a subscription; a single result where it could not be started. */
  subscribe(prepared: PreparedOperation, server: ServerContext): Promise<LiveStream<ExecutionResult> | ExecutionResult>;
  /** Runs a document of our own: parsed, and validated when it was generated. */
  run(document: DocumentNode, variables: Record<string, unknown>, server: ServerContext): Promise<ExecutionResult>;
}

/** How many different texts of documents are kept, parsed and validated. */
const DOCUMENTS = 1000;

/**
 * Runs GraphQL for all doors but Yoga's own. Documents are parsed and validated by the same plugins, once for each text; what runs them is the same function
 * (run.ts), without the plugins' chain around each operation.
 */
export function createExecutor(yoga: Yoga, run: Run, subscribe: Subscribe): Executor {
  const known = new LRUCache<string, DocumentNode>({ max: DOCUMENTS });

  function prepareDocument(query: string, server: ServerContext): DocumentNode | { errors: readonly GraphQLError[] } {
    const cached = known.get(query);
    if (cached) return cached;
    const enveloped = yoga.getEnveloped(server);
    try {
      const document = enveloped.parse(query) as DocumentNode;
      const errors = enveloped.validate(enveloped.schema, document) as readonly GraphQLError[];
      if (errors.length > 0) return { errors: errors.map(withoutStatus) };
      known.set(query, document);
      return document;
    } catch (error) {
      return { errors: [withoutStatus(error as GraphQLError)] };
    }
  }

  return {
    prepare(request, server) {
      const document = prepareDocument(request.query, server);
      if ('errors' in document) return document;
      const operation = getOperationAST(document, request.operationName);
      if (!operation) return { errors: [new GraphQLError('Name one of the operations of the document.')] };
      return { document, operation, request };
    },
    async execute({ document, request: { variables, operationName } }, server) {
      return run({ schema, document, contextValue: server, variableValues: variables ?? null, operationName: operationName ?? null });
    },
    subscribe({ document, request: { variables, operationName } }, server) {
      return subscribe({ schema, document, contextValue: server, variableValues: variables ?? null, operationName: operationName ?? null });
    },
    async run(document, variables, server) {
      return run({ schema, document, contextValue: server, variableValues: variables });
    },
  };
}

/** Yoga notes an HTTP status in the errors of a document, which it keeps; what runs here answers in its own way. */
function withoutStatus({ message, nodes, source, positions, extensions }: GraphQLError): GraphQLError {
  const { http: _, ...rest } = extensions;
  return new GraphQLError(message, { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, extensions: rest });
}
