import { hash } from 'node:crypto';

export interface GraphiqlFiles<File> {
  /** By name. Each name contains a hash of the content. */
  files: ReadonlyMap<string, File>;
  /** The names of the files that the page loads. */
  script: string;
  style: string;
}

const FIRST_QUERY = `# Put your key into the headers below: { "authorization": "Bearer phx_…" }
# Subscriptions use it, too.
{
  viewer {
    user { email }
    projects { databaseId name token }
  }
}
`;

const TRUSTED_ONLY = `# This gateway runs only trusted documents (TRUSTED_DOCUMENTS).
# It refuses everything else that is written here, and introspection: there is no documentation and no completion.
# To explore the API, use a gateway without this setting, or read /docs and /schema.graphql.
`;

const JAVASCRIPT = 'application/javascript; charset=utf-8';

/**
 * Takes the GraphiQL of Yoga apart, which is one page with everything inline, so that browsers keep its parts.
 * Subscriptions run as event streams: over WebSockets, its fetcher sends none of the headers that the user has entered.
 *
 * @param make makes what serves a file
 */
export async function loadGraphiqlFiles<File>(
  isTrustedOnly: boolean,
  make: (contentType: string, text: string) => File,
): Promise<GraphiqlFiles<File>> {
  const { css, editorWorkerService, graphqlWorker, js, jsonWorker } = await import('@graphql-yoga/render-graphiql/graphiql');
  const files = new Map<string, File>();

  function add(name: string, extension: 'js' | 'css', text: string): string {
    const fileName = `${name}-${hash('sha256', text, 'hex').slice(0, 16)}.${extension}`;
    files.set(fileName, make(extension === 'js' ? JAVASCRIPT : 'text/css; charset=utf-8', text));
    return fileName;
  }

  const workers = {
    editorWorkerService: add('editor-worker', 'js', editorWorkerService),
    json: add('json-worker', 'js', jsonWorker),
    graphql: add('graphql-worker', 'js', graphqlWorker),
  };
  const options = {
    title: 'Tour gateway',
    subscriptionsProtocol: 'GRAPHQL_SSE',
    // With GET, long documents would not fit into the address.
    method: 'POST',
    defaultQuery: isTrustedOnly ? TRUSTED_ONLY : FIRST_QUERY,
    // The key that is entered stays in the page: browsers keep no headers.
    shouldPersistHeaders: false,
  };
  const script = `const WORKERS = ${JSON.stringify(workers)};
const FOLDER = new URL('.', document.currentScript.src);
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => new URL(WORKERS[label] ?? WORKERS.editorWorkerService, FOLDER).href };
${js};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify(options)});
`;
  return { files, script: add('graphiql', 'js', script), style: add('graphiql', 'css', css) };
}
