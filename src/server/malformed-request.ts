import type { IncomingMessage } from 'node:http';
import { isHost } from './host.ts';
import { type HttpProblem, malformed } from './http-problem.ts';

/** What Node's parser lets through although HTTP forbids it, or this server does not support it. Null: the request is in order. */
export function refuseMalformed(req: IncomingMessage): HttpProblem | null {
  const { host, 'transfer-encoding': encoding } = req.headers;
  if (host === undefined) return req.httpVersion === '1.1' ? malformed('The Host header is missing.') : null;
  if (host !== '' && !isHost(host)) return malformed('The Host header is no host with an optional port.');
  if (hasSeveralHosts(req.rawHeaders)) return malformed('There is more than one Host header.');
  if (encoding !== undefined && encoding.toLowerCase() !== 'chunked')
    return malformed('The only transfer coding that is supported is "chunked". Send the body as it is, or with Content-Encoding.');
  return null;
}

/** Node keeps the first; a proxy in front may go by the last. */
function hasSeveralHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const name = rawHeaders[n] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}
