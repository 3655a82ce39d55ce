import type { Scope } from '../domain/actor.ts';

/** One endpoint; `path` follows `/api/projects/:project_id/product_tours`. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  action: Action;
  scope: Scope;
  /** The status of success. */
  status: 200 | 201 | 204;
}

export type Action =
  | 'list'
  | 'create'
  | 'retrieve'
  | 'partial_update'
  | 'destroy'
  | 'discard_draft'
  | 'draft'
  | 'draft_status'
  | 'generate'
  | 'publish_draft'
  | 'activity_log';

const READ = 'product_tour:read';
const WRITE = 'product_tour:write';

/** The ten endpoints: contract section 10.10. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '', action: 'list', scope: READ, status: 200 },
  { method: 'POST', path: '', action: 'create', scope: WRITE, status: 201 },
  { method: 'GET', path: '/:id', action: 'retrieve', scope: READ, status: 200 },
  { method: 'PATCH', path: '/:id', action: 'partial_update', scope: WRITE, status: 200 },
  { method: 'DELETE', path: '/:id', action: 'destroy', scope: WRITE, status: 204 },
  { method: 'DELETE', path: '/:id/discard_draft', action: 'discard_draft', scope: WRITE, status: 200 },
  { method: 'PATCH', path: '/:id/draft', action: 'draft', scope: WRITE, status: 200 },
  { method: 'GET', path: '/:id/draft_status', action: 'draft_status', scope: READ, status: 200 },
  { method: 'POST', path: '/:id/generate', action: 'generate', scope: WRITE, status: 200 },
  { method: 'POST', path: '/:id/publish_draft', action: 'publish_draft', scope: WRITE, status: 200 },
];

/** Beside the ten, at `/api/projects/:project_id/activity_log`: what was done to tours (contract section 13). */
export const ACTIVITY_LOG: Route = { method: 'GET', path: '', action: 'activity_log', scope: READ, status: 200 };

/** Where a request leads. `route` is null when the path is known and the method has nothing to do there, `options` when it asks what there is. */
export interface Match {
  route: Route | null | 'options';
  /** Decoded: decimal digits, `@current`, or anything else, which names no project. */
  projectRef: string;
  /** Decoded; null where no tour is addressed. */
  tourRef: string | null;
  /** The value of the `Allow` header. */
  allow: string;
  /** What OPTIONS calls it. */
  title: string;
}

/** `/api/environments/` is upstream's newer name of the same; the closing slash is optional everywhere. */
const PATH = /^\/api\/(?:projects|environments)\/([^/]+)\/(?:(activity_log)|product_tours(?:\/([^/]+)(?:\/([^/]+))?)?)\/?$/;

/** Finds the endpoint of a request; null for a path that leads nowhere. */
export function matchRoute(method: string, path: string): Match | null {
  const found = PATH.exec(decode(path));
  if (!found) return null;
  const [, projectRef, log, tour, step] = found as unknown as [string, string, ...(string | undefined)[]];

  const pattern = tour === undefined ? '' : step === undefined ? '/:id' : `/:id/${step}`;
  const routes = log ? [ACTIVITY_LOG] : ROUTES.filter((route) => route.path === pattern);
  if (routes.length === 0) return null;
  const wanted = method === 'HEAD' ? 'GET' : method;
  const route = method === 'OPTIONS' ? 'options' : (routes.find((candidate) => candidate.method === wanted) ?? null);
  const title = log ? 'Activity Log List' : tour === undefined ? 'Product Tour List' : 'Product Tour Instance';
  return { route, projectRef, tourRef: tour ?? null, allow: allowed(routes), title };
}

function allowed(routes: readonly Route[]): string {
  const methods = routes.map((route) => route.method);
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** Escapes are undone before anything is looked for, as upstream; what is no UTF-8 becomes U+FFFD, and what is no escape stays. */
function decode(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}
