import type { IncomingMessage } from 'node:http';
import type { ByteBudget, ByteOwner } from './byte-budget.ts';

/** The largest request body, in bytes: 20 MB, as the REST contract documents. */
export const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** A smaller piece of a body is tiny. Each piece costs time, so a body may have one tiny piece for each 64 bytes of its limit. */
const TINY_PIECE_BYTES = 64;

/** The first buffer for a body in several pieces, in bytes; it grows by doubling. */
const FIRST_BUFFER_BYTES = 64 * 1024;

const NOTHING = Buffer.alloc(0);

export class BodyTooLargeError extends Error {
  readonly limit: number;

  constructor(limit: number, message = `The request body is larger than ${limit} bytes.`) {
    super(message);
    this.name = 'BodyTooLargeError';
    this.limit = limit;
  }
}

/** This process, or the caller, holds as many bytes of requests as it may. */
export class BytesInFlightError extends Error {
  constructor() {
    super('Too many bytes of requests are in flight.');
    this.name = 'BytesInFlightError';
  }
}

/** The client closed the connection before all of its body had arrived. */
export class RequestAbortedError extends Error {
  constructor() {
    super('The client closed the connection before its request had arrived.');
    this.name = 'RequestAbortedError';
  }
}

interface Waiting {
  bytes: number;
  resolve(): void;
  reject(error: Error): void;
}

/** The body of a request, read on demand and once. Its bytes count against the budget until `release`. */
export class RequestBody {
  readonly #req: IncomingMessage;
  readonly #budget: ByteBudget;
  readonly #onStart: (() => void) | null;
  #owner: ByteOwner;
  #charged = 0;
  #buffer: Buffer = NOTHING;
  #size = 0;
  #tinyPieces = 0;
  #limit = MAX_BODY_BYTES;
  #state: 'untouched' | 'reading' | 'complete' = 'untouched';
  #error: Error | null = null;
  #waiting: Waiting | null = null;

  /**
   * @param owner whose budget the bytes count against
   * @param onStart called when reading begins
   */
  constructor(req: IncomingMessage, budget: ByteBudget, owner: ByteOwner, onStart: (() => void) | null = null) {
    this.#req = req;
    this.#budget = budget;
    this.#owner = owner;
    this.#onStart = onStart;
    const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
    if ((length === undefined || length === '0') && encoding === undefined) this.#state = 'complete';
  }

  /** The bytes count against the budget of another owner from now on, those that have been read included. */
  ownedBy(owner: ByteOwner): void {
    const charged = this.#charged;
    this.#refund();
    this.#owner = owner;
    if (charged > 0 && !this.#charge(charged)) this.#fail(new BytesInFlightError());
  }

  /** Counts bytes that are made of the body, such as its decoded form, until `release`. @throws BytesInFlightError */
  hold(bytes: number): void {
    if (!this.#charge(bytes)) throw new BytesInFlightError();
  }

  /** @throws BodyTooLargeError when the client says that the body is longer than so many bytes */
  checkLength(limit: number): void {
    if (Number(this.#req.headers['content-length']) > limit) throw new BodyTooLargeError(limit);
  }

  /**
   * The beginning of the body: so many bytes, or all of it where it is shorter. A body in tiny pieces is read less far.
   *
   * @throws BytesInFlightError, RequestAbortedError
   */
  async first(bytes: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
    this.#limit = Number.POSITIVE_INFINITY;
    await this.#receive(bytes + 1);
    return { bytes: this.#buffer.subarray(0, Math.min(this.#size, bytes)), isWhole: this.#state === 'complete' && this.#size <= bytes };
  }

  /**
   * The whole body. The bytes are counted as they arrive, whatever the length header says or leaves out.
   *
   * @param limit in bytes
   * @throws BodyTooLargeError, BytesInFlightError, RequestAbortedError; the rest of the body is then thrown away
   */
  async whole(limit = MAX_BODY_BYTES): Promise<Buffer> {
    this.#limit = limit;
    this.checkLength(limit);
    const refusal = this.#refusalOf(this.#size);
    if (refusal) throw refusal;
    if (this.#state !== 'complete' || this.#error) await this.#receive(Number.POSITIVE_INFINITY);
    return this.#buffer.length === this.#size ? this.#buffer : this.#buffer.subarray(0, this.#size);
  }

  /** The request is answered: the bytes are held no more, and what is still to come is not kept. */
  release(): void {
    if (this.#state === 'reading') this.#req.off('data', this.#onData);
    this.#refund();
    this.#buffer = NOTHING;
    this.#size = 0;
  }

  #receive(bytes: number): Promise<void> | undefined {
    if (this.#error) return Promise.reject(this.#error);
    if (this.#state === 'complete' || this.#isEnough(bytes)) return undefined;
    return new Promise((resolve, reject) => {
      this.#waiting = { bytes, resolve, reject };
      if (this.#state === 'untouched') this.#listen();
      this.#req.resume();
    });
  }

  /** By events: iterating over a request takes longer than most requests do. */
  #listen(): void {
    this.#state = 'reading';
    const req = this.#req;
    if (req.destroyed && !req.complete) {
      this.#fail(new RequestAbortedError());
      return;
    }
    this.#onStart?.();
    req.on('data', this.#onData);
    req.once('end', () => {
      this.#state = 'complete';
      this.#waiting?.resolve();
      this.#waiting = null;
    });
    req.once('error', () => this.#fail(new RequestAbortedError()));
    req.once('close', () => {
      if (!req.complete) this.#fail(new RequestAbortedError());
    });
  }

  readonly #onData = (piece: Buffer): void => {
    if (piece.length < TINY_PIECE_BYTES) this.#tinyPieces++;
    const refusal = this.#refusalOf(this.#size + piece.length) ?? (this.#append(piece) ? null : new BytesInFlightError());
    if (refusal) this.#fail(refusal);
    else if (this.#waiting && this.#isEnough(this.#waiting.bytes)) {
      this.#req.pause();
      this.#waiting.resolve();
      this.#waiting = null;
    }
  };

  #isEnough(bytes: number): boolean {
    return Math.max(this.#size, this.#tinyPieces * TINY_PIECE_BYTES) >= bytes;
  }

  #refusalOf(size: number): BodyTooLargeError | null {
    if (size > this.#limit) return new BodyTooLargeError(this.#limit);
    if (this.#tinyPieces * TINY_PIECE_BYTES <= this.#limit) return null;
    return new BodyTooLargeError(this.#limit, 'The request body arrives in too many small pieces. Send it in larger ones.');
  }

  /** A body in one piece, which nearly all are, is not copied. @returns whether the budget allows it */
  #append(piece: Buffer): boolean {
    if (this.#size === 0) {
      if (!this.#charge(piece.length)) return false;
      this.#buffer = piece;
    } else {
      if (this.#buffer.length < this.#size + piece.length && !this.#grow(this.#size + piece.length)) return false;
      piece.copy(this.#buffer, this.#size);
    }
    this.#size += piece.length;
    return true;
  }

  #grow(needed: number): boolean {
    const declared = Number(this.#req.headers['content-length'] ?? Number.POSITIVE_INFINITY);
    const capacity = Math.max(needed, Math.min(2 * this.#buffer.length, declared, this.#limit), Math.min(FIRST_BUFFER_BYTES, declared));
    if (!this.#charge(capacity - this.#buffer.length)) return false;
    const buffer = Buffer.allocUnsafeSlow(capacity);
    this.#buffer.copy(buffer, 0, 0, this.#size);
    this.#buffer = buffer;
    return true;
  }

  #charge(bytes: number): boolean {
    if (!this.#budget.take(this.#owner, bytes)) return false;
    this.#charged += bytes;
    return true;
  }

  #refund(): void {
    if (this.#charged > 0) this.#budget.give(this.#owner, this.#charged);
    this.#charged = 0;
  }

  #fail(error: Error): void {
    this.#error ??= error;
    // Nothing more is taken before the response is on its way: one turn of the event loop can bring megabytes.
    this.#req.off('data', this.#onData).pause();
    this.#refund();
    this.#buffer = NOTHING;
    this.#size = 0;
    this.#waiting?.reject(this.#error);
    this.#waiting = null;
  }
}
