import { connect } from 'node:net';

export interface RawResponse {
  status: number;
  /** In lower case; several fields of one name are joined with commas. */
  headers: Record<string, string>;
  text: string;
  /** The text as JSON; undefined: it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as they came over the wire
  body: any;
}

/** Sends bytes that no HTTP library would, on a connection of their own, and reads all that comes back until the server closes it. */
export function sendRaw(url: string, bytes: string | Buffer): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(parseResponse(Buffer.concat(chunks).toString('latin1'))));
  });
}

/** The lines of a request that closes its connection. */
export function rawRequest(line: string, headers: Record<string, string> = {}, body = ''): string {
  const fields = Object.entries({ host: 'gateway', connection: 'close', ...headers });
  return `${line}\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

function parseResponse(raw: string): RawResponse {
  const end = raw.indexOf('\r\n\r\n');
  const [first = '', ...lines] = raw.slice(0, end).split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    const value = line.slice(line.indexOf(':') + 1).trim();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  const text = raw.slice(end + 4);
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers, text, body: jsonOrNothing(text) };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
