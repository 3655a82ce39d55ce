import { loadConfig } from '../../src/config.ts';
import { type App, startApp } from '../../src/server/app.ts';
import { createTestDatabase } from './database.ts';
import { type GraphqlClient, graphqlClient } from './graphql.ts';
import { type RestClient, restClient } from './rest.ts';

export interface TestApp {
  app: App;
  url: string;
  /** The first project, its public token, and the key of its administrator. */
  projectId: number;
  token: string;
  key: string;
  graphql: GraphqlClient;
  rest: RestClient;
  /** The same gateway on another node, with the same database; an embedded database has no second node, so it is the first. */
  startNode(): Promise<App>;
  stop(): Promise<void>;
}

/** The whole gateway on a free port, with a database of its own. `outside`: as of startApp. */
export async function startTestApp(env: Record<string, string> = {}, outside: Parameters<typeof startApp>[1] = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const settings = loadConfig({ PORT: '0', LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal', ...env });
  const app = await startApp({ ...settings, ...database.config }, outside);
  const { projectId, projectToken, personalApiKey } = app.bootstrapped ?? { projectId: 0, projectToken: '', personalApiKey: '' };
  const nodes = [app];
  return {
    app,
    url: app.url,
    projectId,
    token: projectToken,
    key: personalApiKey,
    graphql: graphqlClient(app.url, personalApiKey),
    rest: restClient(app.url, personalApiKey),
    async startNode() {
      if (database.kind === 'embedded') return app;
      const node = await startApp({ ...settings, ...database.config }, outside);
      nodes.push(node);
      return node;
    },
    async stop() {
      for (const node of nodes) await node.close();
      await database.drop();
    },
  };
}
