import path from 'node:path';
import { IN_MEMORY } from './data-folder-lock.ts';
import type { DatabaseConfig } from './server.ts';

const DEFAULT_PORT = '5432';

/** Where the database of these settings is: its folder, or its name and server. It contains no password. */
export function databasePlace({ databaseUrl, dataDir }: Pick<DatabaseConfig, 'databaseUrl' | 'dataDir'>): string {
  if (databaseUrl === undefined)
    return dataDir === IN_MEMORY ? 'embedded database in memory' : `embedded database in ${path.resolve(dataDir)}`;
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') ?? (hostname || 'localhost');
  return `PostgreSQL database "${decodeURIComponent(pathname.slice(1))}" at ${host}:${port || DEFAULT_PORT}`;
}
