import type { ExecutionResult } from 'graphql';
import { stringify } from '../json/stringify.ts';
import { DONE, LiveStream, type Waiter } from '../live/live-stream.ts';
import { sendText } from './socket-frame.ts';
import type { OpenedSocket } from './socket-transport.ts';

type Done = IteratorReturnResult<undefined>;

const payloads = new WeakMap<ExecutionResult, Buffer>();

/** A result and the end of its message, encoded once however many get it. */
function payloadOf(result: ExecutionResult): Buffer {
  const known = payloads.get(result);
  if (known) return known;
  const payload = Buffer.from(`${stringify(result)}}`);
  payloads.set(result, payload);
  return payload;
}

/**
 * Sends the results of one operation to its socket, a subscription's as they come. To graphql-ws it is a stream without any result, whose end or failure is all
 * that it hears of: what it would do for each result (promises, messages printed one by one) costs more than to send it.
 *
 * A result is only asked for when the one before it has left for the reader: what a slow reader misses waits, bounded, in its feed, not here.
 */
export class SocketDelivery implements AsyncIterableIterator<never, undefined>, Waiter<ExecutionResult> {
  readonly #to: OpenedSocket;
  readonly #id: string;
  readonly #results: LiveStream<ExecutionResult> | ExecutionResult;
  #end: { resolve(done: Done): void; reject(error: unknown): void } | null = null;
  #isOver = false;

  constructor(to: OpenedSocket, id: string, results: LiveStream<ExecutionResult> | ExecutionResult) {
    this.#to = to;
    this.#id = id;
    this.#results = results;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Begins to send. */
  next(): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.#end = { resolve, reject };
      if (this.#results instanceof LiveStream) this.#results.ask(this);
      else this.#send(this.#results);
    });
  }

  /** Nothing is sent any more. */
  async return(): Promise<Done> {
    this.#isOver = true;
    if (this.#results instanceof LiveStream) await this.#results.return();
    this.#end?.resolve(DONE);
    return DONE;
  }

  resolve(result: IteratorResult<ExecutionResult, undefined>): void {
    if (result.done) this.#end?.resolve(DONE);
    else this.#send(result.value);
  }

  reject(error: unknown): void {
    this.#end?.reject(error);
  }

  #send(result: ExecutionResult): void {
    // A socket that is closing or has closed ends all of its operations.
    const { socket, connection, load } = this.#to;
    if (this.#isOver || socket.readyState !== socket.OPEN) return;
    // Made anew each time: kept, it would cost each idle subscriber a kilobyte of a pool of buffers.
    const head = `{"id":${JSON.stringify(this.#id)},"type":"next","payload":`;
    sendText(connection, head, payloadOf(result), this.#onSent);
    load.check();
  }

  readonly #onSent = (error?: Error | null): void => {
    this.#to.load.check();
    // With an error, the socket closes, which ends all of its operations.
    if (this.#isOver || error) return;
    if (this.#results instanceof LiveStream) this.#results.ask(this);
    else this.#end?.resolve(DONE);
  };
}
