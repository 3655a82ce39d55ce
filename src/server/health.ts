import type { Database } from '../db/database.ts';
import { type Exchange, replyJson } from './exchange.ts';
import { methodNotAllowed, replyProblem, unknownPath } from './http-problem.ts';

/** How long the database may take to answer, in milliseconds. */
const PATIENCE_MS = 2000;

/** Whether this node takes requests: migrated, not on its way out, and with a database that answers. */
export interface Readiness {
  isServing: boolean;
}

/** Whether the database answers, in time. */
export async function isAnswering(db: Database): Promise<boolean> {
  return Promise.race([
    db.sql.query('SELECT 1').then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref()),
  ]);
}

/**
 * `/health/live`: the process runs. `/health/ready`: send it traffic; else 503, and why.
 *
 * @param parts null: the gateway is starting
 */
export async function handleHealth(exchange: Exchange, parts: { db: Database; readiness: Readiness } | null): Promise<void> {
  const { method, path } = exchange;
  if (path !== '/health/live' && path !== '/health/ready') return replyProblem(exchange, unknownPath(path));
  if (method !== 'GET' && method !== 'HEAD') return replyProblem(exchange, methodNotAllowed(method, 'GET, HEAD'));
  if (path === '/health/live') return replyJson(exchange, 200, { status: 'live' });
  const reason = await findObstacle(parts);
  if (reason === null) replyJson(exchange, 200, { status: 'ready' });
  else replyJson(exchange, 503, { status: 'unavailable', reason });
}

async function findObstacle(parts: Parameters<typeof handleHealth>[1]): Promise<string | null> {
  if (!parts) return 'starting';
  if (!parts.readiness.isServing) return 'shutting down';
  return (await isAnswering(parts.db)) ? null : 'the database does not answer';
}
