import type pg from 'pg';
import { SetupError } from '../config/setup-error.ts';

/** PostgreSQL cannot be used as DATABASE_URL names it. The message names the server and the database, without the password. */
export class DatabaseError extends SetupError {}

type Client = Pick<pg.Client, 'host' | 'port' | 'database'> & { user?: string | undefined };

/** Which server a client connects to: a host and port, or the folder of a Unix socket. */
function serverOf({ host, port }: Client): string {
  return `PostgreSQL at ${host.startsWith('/') ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`}`;
}

const AUTHENTICATION =
  'Correct the user and the password in DATABASE_URL; special characters are percent-encoded there, such as "@" as "%40"';

/** By SQLSTATE: what is wrong with what the server refused, and what to do. */
const REFUSED: Record<string, (client: Client, message: string) => string> = {
  '28P01': (client) => `${serverOf(client)} does not accept the password of the user "${client.user}". ${AUTHENTICATION}.`,
  '28000': (client, message) => `${serverOf(client)} does not let the user "${client.user}" in: ${message}. ${AUTHENTICATION}.`,
  '3D000': (client) =>
    `There is no database "${client.database}" in ${serverOf(client)}. Create it (createdb ${client.database}), or correct DATABASE_URL.`,
  '42501': (client, message) =>
    `The user "${client.user}" may not set up the database "${client.database}" in ${serverOf(client)}: ${message}. Grant it that right, or name another user in DATABASE_URL.`,
  '53300': (client) => `${serverOf(client)} has no connection left. Lower DATABASE_POOL_SIZE or WORKERS, or raise its max_connections.`,
  '57P03': (client, message) => `${serverOf(client)} is not ready: ${message}. Start again in a moment.`,
  '25006': (client) => `${serverOf(client)} is read-only, as a replica is. DATABASE_URL must name the primary.`,
};

const UNREACHABLE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'EACCES',
];
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/;

/** What to report of a failure to connect to PostgreSQL or to set it up. An error that needs a look at the program is returned unchanged. */
export function explainDatabaseError(error: unknown, client: Client): unknown {
  if (error instanceof SetupError || !(error instanceof Error)) return error;
  const message = reasonOf(client, error);
  return message === null ? error : new DatabaseError(message, { cause: error });
}

function reasonOf(client: Client, error: Error & { code?: string; severity?: string }): string | null {
  const { code = '', message } = error;
  const server = serverOf(client);
  if (error.severity !== undefined) return REFUSED[code]?.(client, message) ?? `${server}, database "${client.database}": ${message}.`;
  // A host name with several addresses has a failure for each.
  if (UNREACHABLE.includes(code)) return `${server} cannot be reached (${code}). Start it, or correct DATABASE_URL.`;
  if (CERTIFICATE.test(code)) return `The certificate of ${server} is not trusted (${code}). See sslmode and sslrootcert in DATABASE_URL.`;
  if (/does not support SSL/.test(message)) return `${server} does not support TLS. Remove sslmode from DATABASE_URL, or set it up there.`;
  if (/timeout/.test(message)) return `${server} does not answer in time. Start it, or correct DATABASE_URL.`;
  if (/terminated unexpectedly/.test(message))
    return `${server} closed the connection. DATABASE_URL must name the port of a PostgreSQL server.`;
  if (/^SASL|client password/.test(message)) return `${server} asks for a password of the user "${client.user}". ${AUTHENTICATION}.`;
  return null;
}
