import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { CloseCode, type WebSocket as ProtocolSocket, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { excessOf } from '../json/json-limits.ts';
import { goneSignal } from './gone.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { Logger } from './log.ts';
import type { SocketLoad } from './socket-load.ts';
import { withQuery } from './subscribe-message.ts';

export interface OpenedSocket {
  socket: WebSocket;
  /** What the socket was opened on. */
  connection: Duplex;
  load: SocketLoad;
  /** What the header of the upgrade says. */
  authorization: string | undefined;
  /** The client's. */
  address: string;
}

/** A socket as the protocol has it, and as its hooks know it: one object for all, since there are many of them. */
export class SocketTransport implements ProtocolSocket, OpenedSocket {
  readonly protocol: string;
  readonly socket: WebSocket;
  readonly connection: Duplex;
  readonly load: SocketLoad;
  readonly authorization: string | undefined;
  readonly address: string;
  readonly #log: Logger;
  #gone: AbortSignal | null = null;
  /** What the last ping said, as long as it is not answered. Nobody can know it who does not read. */
  #asked: Buffer | null = null;
  /** To be called once the socket has closed: it was admitted. */
  leave: (() => void) | null = null;

  constructor({ socket, connection, load, authorization, address }: OpenedSocket, log: Logger) {
    this.protocol = socket.protocol;
    this.socket = socket;
    this.connection = connection;
    this.load = load;
    this.authorization = authorization;
    this.address = address;
    this.#log = log;
  }

  /** Speaks the protocol until the socket is closed, and asks at each beat whether the client is there. What a client does wrong is at most logged. */
  serve(protocol: Server<SocketTransport>, heartbeat: Heartbeat): void {
    const { socket } = this;
    const leaveHeartbeat = heartbeat.join(() => this.#ping());
    socket.on('pong', (answer) => {
      if (this.#asked?.equals(answer)) this.#asked = null;
    });
    const onClosed = protocol.opened(this, this);
    // Among these: a message that is too long or malformed. The socket closes itself then.
    socket.on('error', (error) => this.#log.debug({ err: error }, 'socket'));
    socket.on('close', (code, reason) => {
      leaveHeartbeat();
      this.load.close();
      this.leave?.();
      onClosed(code, String(reason)).catch((error: unknown) => this.#log.warn({ err: error }, 'a socket could not be left'));
    });
  }

  /** One signal for all operations of the socket: aborted when it has closed, and made when an operation asks for it. */
  readonly gone = (): AbortSignal => {
    this.#gone ??= goneSignal(this.socket, this.socket.readyState === this.socket.CLOSED);
    return this.#gone;
  };

  /** Settles when the bytes have left, or never will: a 'close' follows then. */
  send(message: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState !== this.socket.OPEN) return resolve();
      this.socket.send(message, () => {
        this.load.check();
        resolve();
      });
      this.load.check();
    });
  }

  close(code?: number, reason?: string): void {
    this.socket.close(code, reason);
  }

  onMessage(handle: (message: string) => Promise<void>): void {
    this.socket.on('message', (message: Buffer) => {
      const { length } = message;
      this.load.take(length);
      // Whoever is being sent away is not heard any more.
      if (this.socket.readyState !== this.socket.OPEN) return;
      const text = String(message);
      const excess = excessOf(text);
      if (excess !== null) return this.close(CloseCode.BadRequest, `The message is ${excess}`);
      handle(withQuery(text)).then(
        () => this.load.release(length),
        (error: unknown) => {
          this.load.release(length);
          this.#log.warn({ err: error }, 'a message could not be handled');
          this.close(CloseCode.InternalServerError, 'Internal server error');
        },
      );
    });
  }

  #ping(): void {
    if (this.#asked) {
      this.socket.terminate();
      return;
    }
    this.#asked = randomBytes(8);
    this.socket.ping(this.#asked);
  }
}
