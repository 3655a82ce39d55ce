import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { type ExecutionArgs, GraphQLError, NoSchemaIntrospectionCustomRule, parse } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Config } from '../config.ts';
import { schema } from '../graphql/schema.ts';
import type { Run } from './run.ts';
import type { ServerContext } from './server-context.ts';

export type Yoga = YogaServerInstance<ServerContext, Record<string, never>>;

/** Yoga: the schema, the limits on documents, and the doors that follow the GraphQL-over-HTTP specification to the letter. */
export function createGateway(run: Run, config: Pick<Config, 'introspection'>): Yoga {
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
    // Errors of results are masked where operations run (run.ts); this is the net for what fails outside of any resolver.
    maskedErrors: { maskError: (error) => (error instanceof GraphQLError ? error : new GraphQLError('Unexpected error.')) },
    plugins: [
      useParser(),
      useExecution(run),
      maxAliasesPlugin({ n: 30, onReject: [markTooComplex] }),
      maxDirectivesPlugin({ n: 50, onReject: [markTooComplex] }),
      !config.introspection && useNoIntrospection(),
    ],
  }) as unknown as Yoga;
}

/** The code that clients know for every limit. */
function markTooComplex(_: unknown, error: GraphQLError): void {
  error.extensions.code = 'TOO_COMPLEX';
}

/** What a client hears that asks for a subscription where there is no stream to answer with. */
export const SUBSCRIPTION_REFUSED = {
  message: 'A subscription is answered as an event stream: POST it as JSON, with `Accept: text/event-stream`.',
  extensions: { code: 'NOT_ACCEPTABLE' },
};

/** The longest document, in lexical tokens. */
const MAX_TOKENS = 10_000;

/** Parses no more than a document of a sensible size, and answers a wrong one with the status of the GraphQL-over-HTTP specification. */
function useParser(): Plugin {
  return {
    onParse: ({ setParseFn }) =>
      setParseFn((source, options) => {
        try {
          return parse(source, { ...options, maxTokens: MAX_TOKENS });
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          const { message, nodes, source: document, positions } = error;
          const extensions = { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400, spec: true } };
          throw new GraphQLError(message, { nodes: nodes ?? null, source: document ?? null, positions: positions ?? null, extensions });
        }
      }),
  };
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

function useNoIntrospection(): Plugin {
  return { onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule) };
}
