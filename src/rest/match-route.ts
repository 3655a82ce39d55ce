import { NEIGHBOR_ROUTES } from './neighbor-routes.ts';
import type { Resource } from './resource.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

/** Where a request leads. `route` is null when the path is known and the method has nothing to do there, `options` when it asks what there is. */
export interface Match {
  route: Route | null | 'options';
  resource: Resource;
  /** Decoded: decimal digits, `@current`, or anything else, which names no project. Null where no project is addressed. */
  projectRef: string | null;
  /** Decoded; null where no member of the resource is addressed. */
  itemRef: string | null;
  /** The value of the `Allow` header. */
  allow: string;
  /** What OPTIONS calls it. */
  title: string;
}

interface Place {
  pattern: RegExp;
  routes: readonly Route[];
  resource: Resource;
  allow: string;
}

export const ALL_ROUTES: readonly Route[] = [...ROUTES, ...NEIGHBOR_ROUTES];

const PLACES: readonly Place[] = [...new Set(ALL_ROUTES.map(pathOf))].map((path) => {
  const routes = ALL_ROUTES.filter((route) => pathOf(route) === path);
  const methods = routes.map((route) => route.method);
  return {
    pattern: compile(path),
    routes,
    resource: (routes[0] as Route).resource,
    allow: [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '),
  };
});

function pathOf({ resource, path }: Route): string {
  return `${resource.base}${path}`;
}

/** `/api/environments/` is upstream's newer name of the same; the closing slash is optional everywhere. */
function compile(path: string): RegExp {
  const source = path
    .replace(/^\/api\/projects\//, '/api/(?:projects|environments)/')
    .replace(':project_id', '(?<project>[^/]+)')
    .replace(':id', '(?<item>[^/]+)');
  return new RegExp(`^${source}/?$`);
}

/** Finds the endpoint of a request; null for a path that leads nowhere. */
export function matchRoute(method: string, path: string): Match | null {
  const decoded = decode(path);
  for (const { pattern, routes, resource, allow } of PLACES) {
    // Every path has the project or the member in it.
    const groups = pattern.exec(decoded)?.groups;
    if (!groups) continue;
    const wanted = method === 'HEAD' ? 'GET' : method;
    const route = method === 'OPTIONS' ? 'options' : (routes.find((candidate) => candidate.method === wanted) ?? null);
    const itemRef = groups.item ?? null;
    const title = `${resource.title} ${itemRef === null ? 'List' : 'Instance'}`;
    return { route, resource, projectRef: groups.project ?? null, itemRef, allow, title };
  }
  return null;
}

/** Escapes are undone before anything is looked for, as upstream; what is no UTF-8 becomes U+FFFD, and what is no escape stays. */
function decode(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}
