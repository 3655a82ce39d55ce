import type { Database } from '../db/database.ts';
import { type Exchange, replyJson } from './exchange.ts';
import { methodNotAllowed, replyProblem, unknownPath } from './http-problem.ts';

/** How long the database may take to answer, in milliseconds. */
const PATIENCE_MS = 2000;

/** Whether this node takes requests: migrated, not on its way out, and with a database that answers. */
export interface Readiness {
  isServing: boolean;
}

/** `/health/live`: the process runs. `/health/ready`: send it traffic; else 503, and why. */
export async function handleHealth(exchange: Exchange, db: Database, readiness: Readiness): Promise<void> {
  const { method, path } = exchange;
  if (path !== '/health/live' && path !== '/health/ready') return replyProblem(exchange, unknownPath(path));
  if (method !== 'GET' && method !== 'HEAD') return replyProblem(exchange, methodNotAllowed(method, 'GET, HEAD'));
  if (path === '/health/live') return replyJson(exchange, 200, { status: 'live' });
  if (!readiness.isServing) return replyJson(exchange, 503, { status: 'unavailable', reason: 'shutting down' });
  const isAnswering = await Promise.race([
    db.sql.query('SELECT 1').then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref()),
  ]);
  if (isAnswering) replyJson(exchange, 200, { status: 'ready' });
  else replyJson(exchange, 503, { status: 'unavailable', reason: 'the database does not answer' });
}
