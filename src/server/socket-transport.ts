import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from './log.ts';
import type { SocketLoad } from './socket-load.ts';

/** How often a client is asked whether it is there, and how long it may take to answer, in milliseconds. */
const PING_MS = 12_000;

/** What the protocol's hooks know of a socket. */
export interface Extra {
  socket: WebSocket;
  /** What the socket was opened on. */
  connection: Duplex;
  load: SocketLoad;
  /** What the header of the upgrade says. */
  authorization: string | undefined;
  /** Aborted when the socket has closed; made when an operation asks for it. */
  gone?: AbortSignal;
}

/** Speaks the protocol on a socket that has been opened, until it is closed. What a client does wrong is at most logged. */
export function serveSocket(protocol: Server<Extra>, extra: Extra, log: Logger): void {
  const { socket, load } = extra;
  /** What the last ping said, as long as it is not answered. Nobody can know it who does not read. */
  let asked: Buffer | null = null;

  const ping = setInterval(() => {
    if (asked) return socket.terminate();
    asked = randomBytes(8);
    socket.ping(asked);
  }, PING_MS);
  socket.on('pong', (answer) => {
    if (asked?.equals(answer)) asked = null;
  });

  const onClosed = protocol.opened(
    {
      protocol: socket.protocol,
      // Settles when the bytes have left, or never will: a 'close' follows then.
      send: (message) =>
        new Promise((resolve) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(message, () => resolve());
          load.check();
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        socket.on('message', (message: Buffer) => {
          const answered = load.take(message.length);
          // Whoever is being sent away is not heard any more.
          if (socket.readyState !== socket.OPEN) return;
          handle(String(message))
            .catch((error: unknown) => {
              log.warn({ err: error }, 'a message could not be handled');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            })
            .finally(answered);
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
