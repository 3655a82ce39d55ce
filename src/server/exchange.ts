import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../domain/actor.ts';
import type { Owner } from '../limits/fair-share.ts';
import { NO_OWNER, ownerOf } from '../limits/owner.ts';
import type { UnreadOutput } from '../limits/unread-output.ts';
import { RequestBody } from './body.ts';
import type { ByteBudget } from './byte-budget.ts';
import type { Client } from './client.ts';
import { DecodedBody } from './decoded-body.ts';
import { linger } from './linger.ts';
import type { Logger } from './log.ts';
import { type SendParts, sendBody } from './send-body.ts';

/** A body that is not longer than this is read to its end and thrown away, in bytes, so that the connection can stay open. */
const MAX_SKIPPED_BYTES = 64 * 1024;

/** What a request asks for, not decoded. A proxy may ask for the whole address. */
export function pathAndQuery({ url = '' }: IncomingMessage): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '') || '/';
}

/** What every exchange has of the server. */
export interface ExchangeParts {
  log: Logger;
  /** The request bytes that this process holds. */
  budget: ByteBudget;
  /** What clients have not read. */
  unread: UnreadOutput;
  /** A client that takes nothing of its response for so long is cut off, in milliseconds. */
  stallMs: number;
  readClient(req: IncomingMessage): Client;
  /** The value of `Strict-Transport-Security`; null: the header is not sent. */
  hsts: string | null;
}

/** One HTTP request and its answer, as every door gets it. */
export class Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly method: string;
  /** Not decoded, without the query. */
  readonly path: string;
  /** The client's, when it sends one that may stand in a log; else made up. */
  readonly requestId: string;
  readonly log: Logger;
  /**
   * What the answer carries besides its own headers, which may replace them: nothing is stored unless it says so. They are added to it when all are written in
   * one go, which costs half of setting them one by one.
   */
  readonly headers: Record<string, string>;
  /** The client waits for `100 Continue` before it sends the body. */
  readonly expectsContinue: boolean;
  readonly #parts: ExchangeParts;
  readonly #search: string;
  #query: URLSearchParams | null = null;
  #client: Client | null = null;
  #body: RequestBody | null = null;
  #owner: Owner = NO_OWNER;

  constructor(req: IncomingMessage, res: ServerResponse, parts: ExchangeParts, expectsContinue = false) {
    const given = req.headers['x-request-id'];
    const url = pathAndQuery(req);
    const mark = url.indexOf('?');
    this.req = req;
    this.res = res;
    this.log = parts.log;
    this.method = req.method ?? 'GET';
    this.path = mark < 0 ? url : url.slice(0, mark);
    this.expectsContinue = expectsContinue;
    this.#parts = parts;
    this.#search = mark < 0 ? '' : url.slice(mark);
    this.requestId = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
    this.headers = { 'x-request-id': this.requestId, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
    if (parts.hsts !== null) this.headers['strict-transport-security'] = parts.hsts;
  }

  get query(): URLSearchParams {
    this.#query ??= new URLSearchParams(this.#search);
    return this.#query;
  }

  get client(): Client {
    this.#client ??= this.#parts.readClient(this.req);
    return this.#client;
  }

  /** Not read yet. Its bytes count for the client's address until the credential is verified. */
  get body(): RequestBody {
    if (!this.#body) {
      const onStart = this.expectsContinue ? () => this.res.writeContinue() : null;
      const address = this.#owner === NO_OWNER ? this.client.address : null;
      this.#body = new RequestBody(this.req, this.#parts.budget, { ...this.#owner, address }, onStart);
    }
    return this.#body;
  }

  /** The same with its Content-Encoding undone. */
  get decodedBody(): DecodedBody {
    return new DecodedBody(this.body, this.req.headers['content-encoding']);
  }

  /** To be called when it is known who has sent the request: from now on its bytes, and those of the response, count for the key, its user and its project. */
  own(actor: Actor): void {
    this.#owner = ownerOf(actor);
    this.#body?.ownedBy({ ...this.#owner, address: null });
  }

  /** How the body of the response is sent. */
  get sending(): SendParts {
    const { unread, stallMs } = this.#parts;
    return { owner: this.#owner, unread, stallMs };
  }

  /** To be called when the request has been answered, or its handler has given up. */
  release(): void {
    this.#body?.release();
  }
}

/**
 * Answers and ends the exchange. A body is sent with its length; for HEAD the length alone goes out. With `connection: close`, or when much of the request was
 * not read, the connection is closed once the request has been sent. The answers of one turn of the event loop leave together:
 * whoever reads several of them on this machine, such as a proxy, is woken once, which is what most of a small answer costs.
 */
export function reply(exchange: Exchange, status: number, headers: Record<string, string>, body: string | Buffer = ''): void {
  if (due.push(() => write(exchange, status, headers, body)) === 1) setImmediate(writeDue);
}

/** The answers of this turn of the event loop: at most one for each open connection. */
let due: (() => void)[] = [];

function writeDue(): void {
  const answers = due;
  due = [];
  for (const answer of answers) answer();
}

function write(exchange: Exchange, status: number, headers: Record<string, string>, body: string | Buffer) {
  const { req, res, log, requestId, headers: head } = exchange;
  const hasBody = status !== 204 && status !== 304;
  // One by one: spreading both into a new object takes several microseconds, a fifth of what a small answer takes in all.
  for (const name in headers) head[name] = headers[name] as string;
  if (hasBody) head['content-length'] = String(Buffer.byteLength(body));
  if (!req.complete && !isSkippable(exchange)) head.connection = 'close';
  try {
    const sent = hasBody && req.method !== 'HEAD' ? body : '';
    res.writeHead(status, head);
    if (head.connection !== 'close' || req.complete) {
      sendBody(res, sent, exchange.sending);
      // What is left of a body that was given up is thrown away, or the next request would never be read.
      if (!req.complete) req.resume();
      return;
    }
    res.flushHeaders();
    if (sent.length > 0) res.write(sent);
    linger(req, () => res.end());
  } catch (error) {
    log.error({ requestId, err: error }, 'an answer could not be written');
    res.destroy();
  }
}

/** Whether Node may take the rest of the body and throw it away: it does so without any limit. */
function isSkippable({ req, expectsContinue }: Exchange): boolean {
  return !expectsContinue && Number(req.headers['content-length'] ?? Number.POSITIVE_INFINITY) <= MAX_SKIPPED_BYTES;
}

export function replyJson(exchange: Exchange, status: number, body: unknown, headers: Record<string, string> = {}): void {
  reply(exchange, status, { 'content-type': 'application/json; charset=utf-8', ...headers }, JSON.stringify(body));
}
