import { type DocumentNode, type ExecutionArgs, GraphQLError } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import { schema } from '../graphql/schema.ts';
import type { RejectedDocument } from './document-cache.ts';
import type { Documents } from './documents.ts';
import type { Run } from './run.ts';
import type { ServerContext } from './server-context.ts';

export type Yoga = YogaServerInstance<ServerContext, Record<string, never>>;

/** Yoga: the schema, and the handlers of malformed requests, which follow the GraphQL-over-HTTP specification to the letter. */
export function createGateway(run: Run, documents: Documents): Yoga {
  return createYoga<ServerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    healthCheckEndpoint: '/health/yoga',
    // The page is graphiql.ts.
    graphiql: false,
    // The three below are done once, for every door, in http.ts and cors.ts: bodies are counted on the wire there.
    cors: false,
    maxRequestBodySize: false,
    logging: false,
    batching: false,
    extraParamNames: ['documentId'],
    // Yoga's own cache holds a thousand documents of any size, and rejected ones.
    parserAndValidationCache: false,
    // Errors of results are masked where operations run (run.ts); this is the net for what fails outside of any resolver.
    maskedErrors: { maskError: (error) => (error instanceof GraphQLError ? error : new GraphQLError('Unexpected error.')) },
    plugins: [useDocuments(documents), useExecution(run)],
  }) as unknown as Yoga;
}

/** What a client hears that asks for a subscription where there is no stream to answer with. */
export const SUBSCRIPTION_REFUSED = {
  message: 'The result of a subscription is an event stream, which the Accept header does not allow. Send `Accept: text/event-stream`.',
  extensions: { code: 'NOT_ACCEPTABLE' },
};

/** Takes documents from where all transports take them, and answers a refused one with the status of the GraphQL-over-HTTP specification. */
function useDocuments(documents: Documents): Plugin<ServerContext> {
  const prepared = new WeakMap<object, DocumentNode>();
  return {
    onParams({ params, context, setResult }) {
      if (typeof params.query !== 'string') return;
      const found = documents.prepare(params, (context as ServerContext).caller);
      if (!('errors' in found)) prepared.set(context, found.document);
      else setResult({ errors: found.errors.map((error) => withStatus(error, found)) });
    },
    onParse({ context, setParsedDocument }) {
      const document = prepared.get(context);
      if (document) setParsedDocument(document);
    },
    onValidate: ({ setResult }) => setResult([]),
  };
}

/** Yoga reads the status of the answer from the errors. */
function withStatus(error: GraphQLError, { status, jsonStatus }: RejectedDocument): GraphQLError {
  const extensions = { ...error.extensions, http: { status, spec: jsonStatus === 200 } };
  return Object.assign(new GraphQLError(error.message, { extensions }), { locations: error.locations });
}

/** Runs operations as all doors do. Whoever can be answered with a stream is, by the executor, before Yoga hears of it. */
function useExecution(run: Run): Plugin<ServerContext> {
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn((args: ExecutionArgs) => run(args)),
    onSubscribe: ({ setResultAndStopExecution }) => setResultAndStopExecution({ errors: [refusal()] }),
  };
}

function refusal(): GraphQLError {
  const { message, extensions } = SUBSCRIPTION_REFUSED;
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 406 } } });
}
