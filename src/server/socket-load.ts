import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Owner } from '../limits/fair-share.ts';
import type { OutputAccount, UnreadOutput } from '../limits/unread-output.ts';
import type { ByteBudget, ByteOwner } from './byte-budget.ts';

/** What may arrive before `connection_init` is accepted, in bytes: some kilobytes are more than a credential needs. */
const MAX_EARLY_BYTES = 16 * 1024;

/** How much may be under way on a socket, in bytes: with a key the longest message, and more than one of the largest results; without, what anybody may ask for. */
const MAX_BYTES = { withKey: 64 * 1024 * 1024, withoutKey: 1024 * 1024 };

/** How many messages may be under way on a socket, however short they are: each costs more than its bytes. */
const MAX_MESSAGES = 1000;

/** The head of a pong frame with its mask, in bytes (RFC 6455, section 5.2). */
const PONG_HEAD_BYTES = 6;

/** Close codes of RFC 6455 and its registry. After "try again later" clients connect again by themselves, and resume. */
const TOO_BIG = 1009;
const TRY_AGAIN_LATER = 1013;

/**
 * What a socket holds in memory: the client's messages that have not arrived completely or are not yet answered, and the gateway's that are not yet read. A
 * socket that holds too much is closed, whether its client cannot read, or does not want to. So is one that has not been read for long when its key, its user,
 * its project or the process holds too much. What the client has sent also counts against the budget of the process.
 */
export class SocketLoad {
  readonly #socket: WebSocket;
  readonly #connection: Duplex;
  #account: OutputAccount | null = null;
  #maxBytes = MAX_BYTES.withoutKey;
  #earlyBytes = 0;
  #messages = 0;
  /** Of messages that have arrived, and are not yet answered. */
  #bytes = 0;
  /** Of the message that is arriving. */
  #partial = 0;
  readonly #budget: ByteBudget;
  #owner: ByteOwner;
  /** What the budget counts for this socket. */
  #charged = 0;
  #isAccepted = false;
  #isOver = false;

  /** @param owner whose bytes they are until it is known who has the socket */
  constructor(socket: WebSocket, connection: Duplex, budget: ByteBudget, owner: ByteOwner) {
    this.#socket = socket;
    this.#connection = connection;
    this.#budget = budget;
    this.#owner = owner;
    // Before the socket itself: a message that is complete is then taken off again.
    connection.prependListener('data', (chunk: Buffer) => this.#arrive(chunk.length));
    socket.on('pong', (data) => {
      this.#partial = Math.max(0, this.#partial - data.length - PONG_HEAD_BYTES);
    });
  }

  /** `connection_init` is accepted: it is known who has the socket. */
  accept(owner: Owner, unread: UnreadOutput): void {
    this.#isAccepted = true;
    this.#account = unread.open(owner, {
      drain: (reason) => this.#drop(TRY_AGAIN_LATER, reason),
      destroy: () => this.#socket.terminate(),
    });
    if (owner.keyId === null) return;
    this.#charge(0);
    this.#owner = { ...owner, address: null };
    this.#maxBytes = MAX_BYTES.withKey;
    this.check();
  }

  /** The socket has closed. */
  close(): void {
    this.#isOver = true;
    this.#charge(0);
    this.#account?.close();
  }

  /** A message has arrived. */
  take(bytes: number): void {
    this.#messages += 1;
    this.#bytes += bytes;
    this.#partial = 0;
    this.check();
  }

  /** One that has arrived is answered, and the answer has left. */
  release(bytes: number): void {
    this.#messages -= 1;
    this.#bytes -= bytes;
    this.check();
  }

  #arrive(bytes: number): void {
    this.#partial += bytes;
    if (!this.#isAccepted) {
      this.#earlyBytes += bytes;
      if (this.#earlyBytes > MAX_EARLY_BYTES)
        this.#drop(TOO_BIG, `More than ${MAX_EARLY_BYTES} bytes before the connection is acknowledged`);
    }
    this.check();
  }

  /** @returns whether the budget allows it */
  #charge(bytes: number): boolean {
    const more = this.#isOver ? -this.#charged : bytes - this.#charged;
    if (more > 0 && !this.#budget.take(this.#owner, more)) return false;
    if (more < 0) this.#budget.give(this.#owner, -more);
    this.#charged += more;
    return true;
  }

  /** To be called when something is sent, and when it has left: closes the socket when it holds too much. */
  check(): void {
    this.#account?.hold(this.#socket.bufferedAmount);
    const received = this.#bytes + this.#partial;
    const bytes = received + this.#socket.bufferedAmount;
    if (bytes > this.#maxBytes) this.#drop(TRY_AGAIN_LATER, `More than ${this.#maxBytes} bytes are unanswered or unread`);
    else if (this.#messages > MAX_MESSAGES) this.#drop(TRY_AGAIN_LATER, `More than ${MAX_MESSAGES} messages are unanswered`);
    else if (!this.#charge(received)) this.#drop(TRY_AGAIN_LATER, 'The server holds as many bytes of requests as it may');
  }

  /** What waits is still sent, and why it was the last. What comes is not even parsed. Whoever does not read on answers no ping, and is cut off for that. */
  #drop(code: number, reason: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.close(code, reason);
    this.#connection.removeAllListeners('data').resume().end();
  }
}
