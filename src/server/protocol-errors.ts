import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { HEADERS_TOO_LARGE, type HttpProblem, malformed, methodNotAllowed, REQUEST_TIMEOUT } from './http-problem.ts';
import { writeRawResponse } from './raw-response.ts';

/** A connection as Node's server keeps it: with the response that is due on it, if there is one. */
type Connection = Duplex & { _httpMessage?: ServerResponse | null };

/** What Node's parser refuses, with the bytes in which the mistake was. */
type ProtocolError = NodeJS.ErrnoException & { rawPacket?: Buffer };

/**
 * Answers what never becomes a request: bytes that are no HTTP, heads that are too large or too slow, and CONNECT.
 *
 * @param hsts the value of `Strict-Transport-Security`; null: the header is not sent
 */
export function answerProtocolErrors(http: Server, hsts: string | null): void {
  http.on('clientError', (error: ProtocolError, connection: Connection) => {
    const isAnswerable = connection.writable && error.code !== 'ECONNRESET' && !connection._httpMessage?.headersSent;
    if (isAnswerable) writeRawResponse(connection, problemOf(error), { hsts, isHead: isHead(error) });
    else connection.destroy();
  });
  http.on('connect', (_, connection: Duplex) => {
    connection.on('error', () => connection.destroy());
    writeRawResponse(connection, methodNotAllowed('CONNECT', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'), { hsts });
  });
}

/** As far as can be known: the parser does not say. */
function isHead({ rawPacket }: ProtocolError): boolean {
  return rawPacket?.subarray(0, 5).toString('latin1') === 'HEAD ';
}

function problemOf({ code }: NodeJS.ErrnoException): HttpProblem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return HEADERS_TOO_LARGE;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return REQUEST_TIMEOUT;
    case 'HPE_INVALID_METHOD':
      return malformed('The request method is unknown.');
    case 'HPE_INVALID_URL':
      return malformed('The request target is no valid URL.');
    default:
      return malformed('The request is not valid HTTP/1.1.');
  }
}
