import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Fields that speak of another protocol for the connection. */
const OF_UPGRADE: ReadonlySet<string> = new Set(['upgrade', 'http2-settings']);

export interface Declining {
  /** `rest`: what has come behind the head of the request. */
  decline(req: IncomingMessage, connection: Socket, rest: Buffer): void;
  /** Cuts off the connections that wait for an earlier answer: the HTTP server does not know them meanwhile. */
  close(): void;
}

/**
 * Has requests that ask for another protocol answered as if they did not, which is what HTTP expects of a server that does not speak it (RFC 9110, section 7.8):
 * Java's HttpClient and `curl --http2` ask for HTTP/2 with the first request of every connection, whatever else it is for. Node hands the bare connection over;
 * here it goes back, the head of the request in front, once what was asked on it before is answered.
 */
export function declineUpgrades(http: Server): Declining {
  const lastAnswers = new WeakMap<Socket, ServerResponse>();
  /** At most one for each open connection. */
  const waiting = new Set<Socket>();
  http.on('request', (req, res) => lastAnswers.set(req.socket, res));

  function takeUp(connection: Socket, bytes: Buffer): void {
    // Of the answer before, an end to the connection's idleness is left.
    connection.setTimeout(0);
    connection.unshift(bytes);
    http.emit('connection', connection);
  }

  return {
    decline(req, connection, rest) {
      const bytes = Buffer.concat([Buffer.from(headWithoutUpgrade(req), 'latin1'), rest]);
      const earlier = lastAnswers.get(connection);
      if (!earlier || earlier.closed) return takeUp(connection, bytes);
      const onError = () => connection.destroy();
      connection.on('error', onError);
      waiting.add(connection);
      earlier.once('close', () => {
        connection.off('error', onError);
        waiting.delete(connection);
        if (!connection.destroyed) takeUp(connection, bytes);
      });
    },
    close() {
      for (const connection of waiting) connection.destroy();
    },
  };
}

function headWithoutUpgrade({ method, url, httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const name = String(rawHeaders[n]);
    const field = name.toLowerCase();
    if (OF_UPGRADE.has(field)) continue;
    const value = field === 'connection' ? withoutUpgrade(String(rawHeaders[n + 1])) : rawHeaders[n + 1];
    if (field !== 'connection' || value) lines.push(`${name}: ${value}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function withoutUpgrade(connection: string): string {
  const options = connection.split(',').map((option) => option.trim());
  return options.filter((option) => !OF_UPGRADE.has(option.toLowerCase())).join(', ');
}
