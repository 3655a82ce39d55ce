import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Owner } from '../limits/fair-share.ts';
import type { OutputAccount, UnreadOutput } from '../limits/unread-output.ts';

/** What may arrive before `connection_init` is accepted, in bytes: some kilobytes are more than a credential needs. */
const MAX_EARLY_BYTES = 16 * 1024;

/** How much may be under way on a socket, in bytes: with a key the longest message, and more than one of the largest results; without, what anybody may ask for. */
const MAX_BYTES = { withKey: 64 * 1024 * 1024, withoutKey: 1024 * 1024 };

/** How many messages may be under way on a socket, however short they are: each costs more than its bytes. */
const MAX_MESSAGES = 1000;

/** Close codes of RFC 6455 and its registry. After "try again later" clients connect again by themselves, and resume. */
const TOO_BIG = 1009;
const TRY_AGAIN_LATER = 1013;

/**
 * What a socket holds in memory: the client's messages that are not yet answered, and the gateway's that are not yet read. A socket that holds too much is
 * closed, whether its client cannot read, or does not want to. So is one that has not been read for long when its key, its user, its project or the process holds too much.
 */
export class SocketLoad {
  readonly #socket: WebSocket;
  readonly #connection: Duplex;
  #account: OutputAccount | null = null;
  #maxBytes = MAX_BYTES.withoutKey;
  #earlyBytes = 0;
  #messages = 0;
  #bytes = 0;
  /** Null once it is known who has the socket. */
  #onEarlyData: ((chunk: Buffer) => void) | null;

  constructor(socket: WebSocket, connection: Duplex) {
    this.#socket = socket;
    this.#connection = connection;
    this.#onEarlyData = (chunk) => {
      this.#earlyBytes += chunk.length;
      if (this.#earlyBytes > MAX_EARLY_BYTES)
        this.#drop(TOO_BIG, `More than ${MAX_EARLY_BYTES} bytes before the connection is acknowledged`);
    };
    connection.on('data', this.#onEarlyData);
  }

  /** `connection_init` is accepted: it is known who has the socket. */
  accept(owner: Owner, unread: UnreadOutput): void {
    if (this.#onEarlyData) this.#connection.off('data', this.#onEarlyData);
    this.#onEarlyData = null;
    if (owner.keyId !== null) this.#maxBytes = MAX_BYTES.withKey;
    this.#account = unread.open(owner, {
      drain: (reason) => this.#drop(TRY_AGAIN_LATER, reason),
      destroy: () => this.#socket.terminate(),
    });
  }

  /** The socket has closed. */
  close(): void {
    this.#account?.close();
  }

  /** A message has arrived. */
  take(bytes: number): void {
    this.#messages += 1;
    this.#bytes += bytes;
    this.check();
  }

  /** One that has arrived is answered, and the answer has left. */
  release(bytes: number): void {
    this.#messages -= 1;
    this.#bytes -= bytes;
    this.check();
  }

  /** To be called when something is sent, and when it has left: closes the socket when it holds too much. */
  check(): void {
    const bytes = this.#bytes + this.#socket.bufferedAmount;
    this.#account?.hold(bytes);
    if (bytes > this.#maxBytes) this.#drop(TRY_AGAIN_LATER, `More than ${this.#maxBytes} bytes are unanswered or unread`);
    else if (this.#messages > MAX_MESSAGES) this.#drop(TRY_AGAIN_LATER, `More than ${MAX_MESSAGES} messages are unanswered`);
  }

  /** What waits is still sent, and why it was the last. What comes is not even parsed. Whoever does not read on answers no ping, and is cut off for that. */
  #drop(code: number, reason: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.close(code, reason);
    this.#connection.removeAllListeners('data').resume().end();
  }
}
