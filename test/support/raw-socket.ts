import { once } from 'node:events';
import WebSocket, { type ClientOptions } from 'ws';

export interface RawSocket {
  ws: WebSocket;
  send(message: unknown): void;
  /** The next message, in order. */
  next(): Promise<Record<string, unknown>>;
  /** How the server closes the socket. */
  closed: Promise<{ code: number; reason: string }>;
}

/** A socket that speaks graphql-transport-ws word by word, so that a test can say what no client library would. */
export async function openRawSocket(
  url: string,
  key?: string | null,
  protocol = 'graphql-transport-ws',
  options: ClientOptions = {},
): Promise<RawSocket> {
  const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, options);
  const messages: Record<string, unknown>[] = [];
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  ws.on('message', (data) => {
    const message = JSON.parse(String(data));
    const waiter = waiting.shift();
    if (waiter) waiter(message);
    else messages.push(message);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  await once(ws, 'open');
  const socket: RawSocket = {
    ws,
    closed,
    send: (message) => ws.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next() {
      const message = messages.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
    },
  };
  if (key !== undefined) socket.send({ type: 'connection_init', payload: key === null ? {} : { authorization: `Bearer ${key}` } });
  return socket;
}
