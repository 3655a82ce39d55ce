import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Fields that speak of the connection in another protocol's name. */
const OF_UPGRADE: ReadonlySet<string> = new Set(['upgrade', 'http2-settings']);

/**
 * Has a request that asks for another protocol answered as if it did not, which is what HTTP expects of a server that does not speak it (RFC 9110, section 7.8):
 * Java's HttpClient and `curl --http2` ask for HTTP/2 with the first request of every connection, whatever else it is for. Node hands the bare connection over;
 * here it goes back, the head of the request in front.
 */
export function declineUpgrade(http: Server, req: IncomingMessage, connection: Duplex, rest: Buffer): void {
  connection.unshift(Buffer.concat([Buffer.from(headWithoutUpgrade(req), 'latin1'), rest]));
  http.emit('connection', connection);
}

function headWithoutUpgrade({ method, url, httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const [name, value] = [String(rawHeaders[n]), String(rawHeaders[n + 1])];
    if (OF_UPGRADE.has(name.toLowerCase())) continue;
    lines.push(`${name}: ${name.toLowerCase() === 'connection' ? withoutUpgrade(value) : value}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function withoutUpgrade(connection: string): string {
  const options = connection.split(',').map((option) => option.trim());
  return options.filter((option) => !OF_UPGRADE.has(option.toLowerCase())).join(', ');
}
