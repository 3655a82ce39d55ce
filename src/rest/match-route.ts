import { ACTIVITY_LOG, ROUTES, type Route } from './routes.ts';

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

/** The endpoints that share a path. */
function placeOf(routes: readonly Route[]) {
  const methods = routes.map((route) => route.method);
  return { routes, allow: [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ') };
}

const LOG = placeOf([ACTIVITY_LOG]);
const PLACES = new Map(ROUTES.map(({ path }) => [path, placeOf(ROUTES.filter((route) => route.path === path))]));

/** Finds the endpoint of a request; null for a path that leads nowhere. */
export function matchRoute(method: string, path: string): Match | null {
  const found = PATH.exec(decode(path));
  if (!found) return null;
  const [, projectRef, log, tour, step] = found as unknown as [string, string, ...(string | undefined)[]];

  const pattern = tour === undefined ? '' : step === undefined ? '/:id' : `/:id/${step}`;
  const place = log ? LOG : PLACES.get(pattern);
  if (!place) return null;
  const { routes, allow } = place;
  const wanted = method === 'HEAD' ? 'GET' : method;
  const route = method === 'OPTIONS' ? 'options' : (routes.find((candidate) => candidate.method === wanted) ?? null);
  const title = log ? 'Activity Log List' : tour === undefined ? 'Product Tour List' : 'Product Tour Instance';
  return { route, projectRef, tourRef: tour ?? null, allow, title };
}

/** Escapes are undone before anything is looked for, as upstream; what is no UTF-8 becomes U+FFFD, and what is no escape stays. */
function decode(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}
