import { createHash } from 'node:crypto';

/** Connections keep their prepared statements for good, and Prisma writes a new text for each length of an IN list. */
const MAX_NAMES = 500;

/** Names each text that Prisma writes, so that a connection prepares it once. The first 500 texts get a name; later ones are not prepared. */
export function createStatementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // node-postgres takes the empty name for an unprepared statement.
    if (names.size >= MAX_NAMES) return '';
    const name = `prisma_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
