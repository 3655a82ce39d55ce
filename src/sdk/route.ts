import { SDK_ENDPOINTS } from './endpoints.ts';

/** What a path of this door asks for. */
export type SdkRoute =
  | { name: 'tours' }
  | { name: 'flags' }
  | { name: 'capture' | 'captureHere' | 'captureBatch' }
  | { name: 'config' | 'configScript'; token: string }
  | { name: 'static'; file: string };

const PATTERNS = Object.entries(SDK_ENDPOINTS).map(([name, { path }]) => ({ name, pattern: patternOf(path) }));

/** Null: the path belongs to another door. */
export function findSdkRoute(path: string): SdkRoute | null {
  for (const { name, pattern } of PATTERNS) {
    const found = pattern.exec(path);
    if (!found) continue;
    const parameters = Object.entries(found.groups ?? {}).map(([parameter, text]) => [parameter, decoded(text)]);
    return { name, ...Object.fromEntries(parameters) } as SdkRoute;
  }
  return null;
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/\/$/, '')
    .replaceAll('.', '\\.')
    .replace('{file}', '(?<file>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}/?$`);
}

/** As it stands when its escapes make no sense: no project has such a token. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
