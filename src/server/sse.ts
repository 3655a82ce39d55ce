import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { DomainError, HTTP_STATUS } from '../domain/errors.ts';
import { stringify } from '../json/stringify.ts';
import type { ConnectionLimiter } from '../limits/connection-limiter.ts';
import { ownerOf } from '../limits/owner.ts';
import type { OutputAccount, UnreadOutput } from '../limits/unread-output.ts';
import type { RejectedDocument } from './document-cache.ts';
import type { PreparedOperation } from './documents.ts';
import { maskError } from './error-masking.ts';
import { type Exchange, replyJson } from './exchange.ts';
import type { Executor } from './executor.ts';
import type { ServerContext } from './server-context.ts';

/** Keeps proxies from cutting a quiet stream, and finds out about readers that are gone. */
const PING_MS = 12_000;

export interface StreamParts {
  executor: Executor;
  server: ServerContext;
  /** Limits the streams. */
  streams: ConnectionLimiter;
  /** Limits what readers have not read: the stream that has not been read for longest is cut off. */
  unread: UnreadOutput;
  /** A reader that takes nothing for so long is cut off, in milliseconds; with `Last-Event-ID` it misses nothing when it comes back. */
  stallMs: number;
}

/**
 * Runs an operation over server-sent events, one connection each: `next` events with results, then `complete`, as the GraphQL-over-SSE protocol says. Each
 * event of a subscription carries its cursor as `id`, so that a browser that reconnects sends it back as `Last-Event-ID` and goes on where it was.
 *
 * The next event is only asked for when the last one has gone out: what a slow reader misses waits, bounded, in its feed, not here.
 */
export async function streamOperation(
  exchange: Exchange,
  prepared: PreparedOperation | RejectedDocument,
  parts: StreamParts,
): Promise<void> {
  const { req, res } = exchange;
  const { server, streams, unread, stallMs } = parts;
  // Gone already: nothing would tell of its end.
  if (res.destroyed) return;
  const leave = takePlace(streams, server);
  if (leave instanceof DomainError) {
    return replyJson(exchange, HTTP_STATUS[leave.code], { errors: [maskError(leave, server)] });
  }
  const account = unread.open(ownerOf(server.caller.actor), { drain: () => res.destroy(), destroy: () => res.destroy() });
  res.once('close', () => {
    leave();
    account.close();
  });
  const lastEventId = req.headers['last-event-id'];
  const stream = { lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : null, cursor: null as string | null };
  const streaming: ServerContext = { ...server, caller: { ...server.caller, stream } };

  res.writeHead(200, {
    ...exchange.headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  res.write(':\n\n');
  const ping = setInterval(() => res.writableNeedDrain || res.write(':\n\n'), PING_MS);
  res.once('close', () => clearInterval(ping));

  try {
    for await (const result of startOperation(res, prepared, { executor: parts.executor, server: streaming })) {
      await send(res, account, stallMs, encodeEvent(result, stream.cursor));
    }
  } catch (error) {
    await send(res, account, stallMs, `event: next\ndata: ${stringify({ errors: [maskError(error, server)] })}\n\n`);
  }
  res.end('event: complete\ndata:\n\n');
}

/** @returns a function that releases the place, or the reason why there is none */
function takePlace(streams: ConnectionLimiter, { caller }: ServerContext): (() => void) | DomainError {
  try {
    return streams.take(ownerOf(caller.actor));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The results, until the reader is gone. */
async function* startOperation(
  res: ServerResponse,
  prepared: PreparedOperation | RejectedDocument,
  { executor, server }: Pick<StreamParts, 'executor' | 'server'>,
): AsyncGenerator<ExecutionResult, void> {
  if ('errors' in prepared) return yield { errors: prepared.errors };
  if (prepared.operation.operation !== 'subscription') return yield await executor.execute(prepared, server);
  const results = await executor.subscribe(prepared, server);
  if (!(Symbol.asyncIterator in results)) return yield results;
  // The generator itself could only be ended between two results.
  res.once('close', () => void results.return?.());
  if (res.destroyed) await results.return?.();
  yield* results;
}

const encoded = new WeakMap<ExecutionResult, { cursor: string | null; event: Buffer }>();

/** A result as an event, encoded once for all streams that are where its event has brought them. */
function encodeEvent(result: ExecutionResult, cursor: string | null): Buffer {
  const known = encoded.get(result);
  if (known && known.cursor === cursor) return known.event;
  const id = cursor === null ? '' : `id: ${cursor}\n`;
  const event = Buffer.from(`event: next\n${id}data: ${stringify(result)}\n\n`);
  encoded.set(result, { cursor, event });
  return event;
}

/** Waits until the bytes have left for the reader, or the reader is gone. */
async function send(res: ServerResponse, account: OutputAccount, stallMs: number, message: string | Buffer): Promise<void> {
  if (res.destroyed || res.write(message)) return;
  account.hold(res.writableLength);
  const stalled = setTimeout(() => res.destroy(), stallMs);
  const gone = new AbortController();
  const abort = () => gone.abort();
  res.once('close', abort);
  await once(res, 'drain', { signal: gone.signal }).catch(() => {});
  res.off('close', abort);
  clearTimeout(stalled);
  account.hold(0);
}
