import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { HttpProblem } from './http-problem.ts';

/**
 * Writes a response to a connection on which Node has made no response object, and closes it.
 *
 * @param options hsts: the value of `Strict-Transport-Security`; null: the header is not sent. isHead: the request was one for the head alone
 */
export function writeRawResponse(
  connection: Duplex,
  { answer: { status, headers, body } }: HttpProblem,
  { hsts, isHead = false }: { hsts: string | null; isHead?: boolean },
): void {
  const text = JSON.stringify(body);
  const fields = {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(hsts !== null && { 'strict-transport-security': hsts }),
    connection: 'close',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${isHead ? '' : text}`, () => connection.destroy());
}
