const ENCODED =
  'with special characters of user and password percent-encoded: "@" as "%40", "#" as "%23", "/" as "%2F", "?" as "%3F", ":" as "%3A" and "%" as "%25"';

/** @returns what DATABASE_URL is expected to be; null: it is that */
export function databaseUrlProblem(text: string): string | null {
  return problemOf(text, /^postgres(ql)?:\/\//i, 'expected postgresql://user:password@host:port/database');
}

/** @returns what REDIS_URL is expected to be; null: it is that */
export function redisUrlProblem(text: string): string | null {
  return problemOf(text, /^rediss?:\/\//i, 'expected redis://user:password@host:port/number or rediss://');
}

function problemOf(text: string, scheme: RegExp, expected: string): string | null {
  if (!scheme.test(text)) return expected;
  if (cutsCredentials(text.replace(scheme, ''))) return `${expected}, ${ENCODED}`;
  if (!URL.canParse(text)) return text.includes('@') ? `${expected}, ${ENCODED}` : expected;
  return isDecodable(new URL(text)) ? null : `${expected}, ${ENCODED}`;
}

/** A "/", "?" or "#" in the password ends the authority, so that its "@" stands behind: the URL would name another host. A fragment has no meaning here. */
function cutsCredentials(afterScheme: string): boolean {
  const [beforeFragment = ''] = afterScheme.split('#', 1);
  if (beforeFragment.length < afterScheme.length) return true;
  const [beforeQuery = ''] = afterScheme.split('?', 1);
  const [, ...path] = beforeQuery.split('/');
  if (path.join('/').includes('@')) return true;
  // A query may have an "@" in its values.
  return /^[^=&]*@/.test(afterScheme.slice(beforeQuery.length + 1));
}

function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    decodeURIComponent(`${username}${password}${pathname}`);
    return true;
  } catch {
    return false;
  }
}
