import { type Server, startServer } from './server.ts';

const KEY = 'phx_benchmark_benchmark_benchmark';
export const TOKEN = 'phc_benchmark';
export const AUTHORIZED = { authorization: `Bearer ${KEY}` };

/** The built gateway on this database, as `npm start` runs it, without its limit on requests. */
export function startGateway(databaseUrl: string): Promise<Server> {
  return startServer('dist/cli.js', ['serve'], {
    env: {
      PORT: '0',
      DATABASE_URL: databaseUrl,
      BOOTSTRAP_PERSONAL_API_KEY: KEY,
      BOOTSTRAP_PROJECT_TOKEN: TOKEN,
      RATE_LIMIT: 'off',
    },
  });
}
