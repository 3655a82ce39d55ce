import type { ExecutionResult } from 'graphql';
import WebSocket from 'ws';

/**
 * The first result of an operation over a WebSocket of its own, with the payload exactly as given: the client of
 * graphql-ws sends none without `query`. Rejects with the errors of an operation that is refused, or with the reason
 * why the socket was closed.
 */
export function runOverWebSocket(url: string, key: string, payload: object, path = '/graphql'): Promise<ExecutionResult> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws');
  const send = (message: object) => socket.send(JSON.stringify(message));
  return new Promise<ExecutionResult>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code, reason) => reject(new Error(`${code} ${reason}`)));
    socket.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }));
    socket.on('message', (data) => {
      const { type, payload: answer } = JSON.parse(String(data));
      if (type === 'connection_ack') send({ id: '1', type: 'subscribe', payload });
      if (type === 'next') resolve(answer);
      if (type === 'error') reject(answer);
    });
  }).finally(() => socket.close());
}
