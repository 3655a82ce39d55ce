import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire, made once and sent many times. */
export interface HttpRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface HttpResponse {
  status: number;
  headers: string;
  body: Buffer;
}

export interface Connection {
  send(request: Buffer): Promise<HttpResponse>;
  close(): void;
}

export function encodeRequest(url: string, { method, path, headers = {}, body }: HttpRequest): Buffer {
  const lines = [`${method ?? (body === undefined ? 'GET' : 'POST')} ${path} HTTP/1.1`, `host: ${new URL(url).host}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined) lines.push(`content-length: ${Buffer.byteLength(body)}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body ?? '')]);
}

export function jsonRequest(path: string, body: unknown, headers: Record<string, string> = {}): HttpRequest {
  return { path, body: JSON.stringify(body), headers: { 'content-type': 'application/json', accept: 'application/json', ...headers } };
}

/** One keep-alive connection, one request at a time: it leaves the processor to the servers, which a full HTTP client does not. */
export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let chunks: Buffer[] = [];
  let waiting: { resolve(response: HttpResponse): void; reject(error: Error): void } | null = null;
  let isComplete: ((received: Buffer[]) => HttpResponse | null) | null = null;

  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    isComplete ??= readHead(chunks);
    const response = isComplete?.(chunks);
    if (!response) return;
    chunks = [];
    isComplete = null;
    const answered = waiting;
    waiting = null;
    answered?.resolve(response);
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error(`${url} closed the connection`)));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Once the head is there, the function that tells whether the body is, and gives the response. */
function readHead(chunks: Buffer[]): ((received: Buffer[]) => HttpResponse | null) | null {
  const start = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  const end = start.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const headers = start.toString('latin1', 0, end);
  const status = Number(headers.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(headers)?.[1];
  const from = end + 4;
  if (length === undefined && /\r\ntransfer-encoding: *chunked/i.test(headers)) {
    return (received) => {
      const last = received.at(-1) as Buffer;
      const tail = last.length < LAST_CHUNK.length ? Buffer.concat(received) : last;
      if (!tail.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)) return null;
      const body = unchunk(Buffer.concat(received).subarray(from));
      return body && { status, headers, body };
    };
  }
  const size = status === 304 || status === 204 ? 0 : Number(length ?? 0);
  return (received) => {
    const total = received.reduce((sum, chunk) => sum + chunk.length, 0);
    if (total < from + size) return null;
    return { status, headers, body: (received.length === 1 ? (received[0] as Buffer) : Buffer.concat(received)).subarray(from) };
  };
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n');

function unchunk(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
