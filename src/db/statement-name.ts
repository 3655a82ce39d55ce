import { createHash } from 'node:crypto';

/**
 * Names statements whose texts are put together, so that a connection prepares each once. Connections keep their prepared statements for good: only the first
 * `max` texts get a name; for later ones it is empty, which node-postgres takes for an unprepared statement.
 */
export function createStatementNames(prefix: string, max: number): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= max) return '';
    const name = `${prefix}_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
    return name;
  };
}
