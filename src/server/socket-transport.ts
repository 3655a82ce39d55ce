import type { Duplex } from 'node:stream';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from './log.ts';

/** How often a client is asked whether it is there, and how long it may take to answer, in milliseconds. */
const PING_MS = 12_000;

/** What the protocol's hooks know of a socket. */
export interface Extra {
  socket: WebSocket;
  /** What the socket was opened on. */
  connection: Duplex;
  /** What the header of the upgrade says. */
  authorization: string | undefined;
  /** Aborted when the socket has closed; made when an operation asks for it. */
  gone?: AbortSignal;
}

/** Speaks the protocol on a socket that has been opened, until it is closed. What a client does wrong is at most logged. */
export function serveSocket(protocol: Server<Extra>, extra: Extra, log: Logger): void {
  const { socket } = extra;
  let isThere = true;

  const ping = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, PING_MS);
  socket.on('pong', () => {
    isThere = true;
  });

  const onClosed = protocol.opened(
    {
      protocol: socket.protocol,
      // Settles when the bytes have left, or never will: a 'close' follows then.
      send: (message) => new Promise((resolve) => (socket.readyState === socket.OPEN ? socket.send(message, () => resolve()) : resolve())),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        socket.on('message', (message) => {
          handle(String(message)).catch((error: unknown) => {
            log.warn({ err: error }, 'a message could not be handled');
            socket.close(CloseCode.InternalServerError, 'Internal server error');
          });
        });
      },
    },
    extra,
  );

  // Among these: a message that is too long or malformed. The socket closes itself then.
  socket.on('error', (error) => log.debug({ err: error }, 'socket'));
  socket.once('close', (code, reason) => {
    clearInterval(ping);
    onClosed(code, String(reason)).catch((error: unknown) => log.warn({ err: error }, 'a socket could not be left'));
  });
}
