/** What a path of this door asks for. */
export type SdkRoute =
  | { name: 'tours' }
  | { name: 'flags' }
  | { name: 'capture' }
  | { name: 'config' | 'configScript'; token: string }
  | { name: 'static'; file: string };

const CONFIG = /^\/array\/(?<token>[^/]+)\/config(?<script>\.js)?\/?$/;
/** Where the SDK sends events by default, where its configuration here sends it, and where libraries of other platforms send batches. */
const CAPTURE = /^\/(?:e|i\/v0\/e|batch)\/?$/;
const STATIC = /^\/static\/(?<file>.+)$/;

/** Null: the path belongs to another door. A slash at the end makes no difference. */
export function findSdkRoute(path: string): SdkRoute | null {
  if (path === '/api/product_tours' || path === '/api/product_tours/') return { name: 'tours' };
  if (path === '/flags' || path === '/flags/') return { name: 'flags' };
  if (CAPTURE.test(path)) return { name: 'capture' };
  const config = CONFIG.exec(path)?.groups;
  if (config?.token !== undefined) return { name: config.script ? 'configScript' : 'config', token: decoded(config.token) };
  const file = STATIC.exec(path)?.groups?.file;
  return file === undefined ? null : { name: 'static', file };
}

/** As it stands when its escapes make no sense: no project has such a token. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
