import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { type ExecutionArgs, execute, GraphQLError, NoSchemaIntrospectionCustomRule, parse } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Config } from '../config.ts';
import { Context, type Services } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import { useErrorMasking } from './error-masking.ts';
import type { ServerContext } from './server-context.ts';

export type Yoga = YogaServerInstance<ServerContext, Record<string, never>>;

/** GraphQL as all doors run it: the schema, the limits, the context of resolvers, and what becomes of an error. */
export function createGateway(services: Services, config: Pick<Config, 'introspection' | 'graphiql'>): Yoga {
  return createYoga<ServerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    healthCheckEndpoint: '/health/yoga',
    graphiql: config.graphiql && { title: 'Tour gateway', subscriptionsProtocol: 'WS', defaultQuery: FIRST_QUERY },
    renderGraphiQL,
    // The three below are done once, for every door, in http.ts and cors.ts: bodies are counted on the wire there.
    cors: false,
    maxRequestBodySize: false,
    logging: false,
    batching: false,
    // Errors of results are masked by the plugin, which knows the request; this is the net for what fails outside of any resolver.
    maskedErrors: { maskError: (error) => (error instanceof GraphQLError ? error : new GraphQLError('Unexpected error.')) },
    plugins: [
      useParser(),
      useErrorMasking(),
      useExecution(services),
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

const FIRST_QUERY = `# Put your key into the headers below: { "authorization": "Bearer phx_…" }
{
  viewer {
    user { email }
    projects { databaseId name token }
  }
}
`;

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

/** Runs operations with the resolvers' own context instead of the transport's. */
function useExecution(services: Services): Plugin<ServerContext> {
  const prepared = (args: ExecutionArgs): ExecutionArgs => ({
    ...args,
    contextValue: new Context(services, (args.contextValue as ServerContext).caller),
  });
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn((args: ExecutionArgs) => execute(prepared(args))),
    // Whoever can be answered with a stream is, by the executor, before Yoga hears of it.
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
