import { type Server, startServer } from './server.ts';

export const KEY = 'phx_benchmark_benchmark_benchmark';
export const TOKEN = 'phc_benchmark';
export const AUTHORIZED = { authorization: `Bearer ${KEY}` };

/**
 * The built gateway on this database, without its limit on requests.
 *
 * @param settings beside these: LOG_LEVEL `info` logs each request, which is the default of `npm start`; floors and peers log none
 */
export function startGateway(databaseUrl: string, settings: Record<string, string> = {}): Promise<Server> {
  return startServer('dist/cli.js', ['serve'], {
    env: {
      PORT: '0',
      DATABASE_URL: databaseUrl,
      BOOTSTRAP_PERSONAL_API_KEY: KEY,
      BOOTSTRAP_PROJECT_TOKEN: TOKEN,
      RATE_LIMIT: 'off',
      // One project has all visitors.
      CAPTURE_PERSONS_PER_HOUR: '0',
      CAPTURE_PERSONS_PER_DAY: '0',
      CAPTURE_EVENTS_PER_HOUR: '0',
      CAPTURE_EVENTS_PER_DAY: '0',
      LOG_LEVEL: 'warn',
      ...settings,
    },
  });
}
