import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import { AUTHENTICATED, endsBatch, isTerminate, messageLength, queryMessage, transactionStatus } from './pg-message.ts';
import type { PgliteGate } from './pglite-gate.ts';
import { SESSION } from './session.ts';

/**
 * What node-postgres takes for a socket, with a PGlite in this process at the other end: the whole wire protocol (prepared statements, transactions, error
 * fields, notifications) and no port. A transaction keeps the session from BEGIN to its end; a connection that goes away in the middle is rolled back.
 *
 * PGlite has one session, which its connections use in turn. A new connection clears what the one before it left behind (prepared statements, settings,
 * LISTEN), so two connections must not be in use at the same time.
 */
export class PgliteStream extends Duplex {
  readonly #lite: PGlite;
  readonly #gate: PgliteGate;
  #received: Buffer[] = [];
  #batch: Buffer[] = [];
  #isStarted = false;
  #holdsSession = false;
  #work: Promise<void> = Promise.resolve();

  constructor(lite: PGlite, gate: PgliteGate) {
    super({ allowHalfOpen: false });
    this.#lite = lite;
    this.#gate = gate;
  }

  // What node-postgres calls on a socket.
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this._writev([{ chunk }], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    for (const { chunk } of chunks) this.#received.push(chunk);
    this.#work = this.#answer();
    this.#work.then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#work
      .catch(() => {})
      .then(() => this.#abandon())
      .then(() => done(error), done);
  }

  async #answer(): Promise<void> {
    let rest = this.#received.length === 1 ? (this.#received[0] as Buffer) : Buffer.concat(this.#received);
    this.#received = [];
    for (;;) {
      const length = this.#isStarted ? messageLength(rest, 1) : messageLength(rest, 0);
      if (length === null) break;
      const next = rest.subarray(0, length);
      rest = rest.subarray(length);
      if (!this.#isStarted) await this.#start();
      else if (isTerminate(next)) this.push(null);
      else await this.#take(next);
    }
    if (rest.length > 0) this.#received.push(rest);
  }

  async #start(): Promise<void> {
    this.#isStarted = true;
    await this.#inSession(async () => {
      await this.#execute(queryMessage('DISCARD ALL'));
      await this.#execute(
        queryMessage(
          Object.entries(SESSION)
            .map(([name, value]) => `SET ${name} = '${value}'`)
            .join('; '),
        ),
      );
    });
    this.push(AUTHENTICATED);
  }

  async #take(next: Buffer): Promise<void> {
    this.#batch.push(next);
    if (!endsBatch(next)) return;
    const batch = this.#batch.length === 1 ? next : Buffer.concat(this.#batch);
    this.#batch = [];
    await this.#inSession(async () => {
      const reply = await this.#execute(batch);
      const status = transactionStatus(reply);
      if (status !== null) this.#holdsSession = status !== 'I';
      this.push(reply);
    });
  }

  /** Waits for the session, and gives it back unless `work` has left a transaction open. */
  async #inSession(work: () => Promise<void>): Promise<void> {
    await this.#gate.enter(this);
    try {
      if (!this.destroyed) await work();
    } finally {
      if (!this.#holdsSession) this.#gate.leave();
    }
  }

  async #abandon(): Promise<void> {
    if (!this.#holdsSession) return;
    this.#holdsSession = false;
    try {
      await this.#execute(queryMessage('ROLLBACK'));
    } finally {
      this.#gate.leave();
    }
  }

  // execProtocolRaw would parse every reply as well, and keep the parsed rows for good.
  async #execute(batch: Buffer): Promise<Buffer> {
    const reply: Buffer[] = [];
    // The bytes are only lent: PGlite reuses their memory.
    await this.#lite.execProtocolRawStream(batch, { onRawData: (bytes) => void reply.push(Buffer.from(bytes)) });
    return reply.length === 1 ? (reply[0] as Buffer) : Buffer.concat(reply);
  }
}
