import { keepConnected, type Status } from './connection.ts';
import type { Draft, DraftState } from './draft.ts';
import type { DraftEvent } from './draft-event.ts';
import { createDraftSession } from './draft-session.ts';
import { createDraftStore } from './draft-store.ts';
import { createEventHub } from './event-hub.ts';
import { GatewayError } from './gateway-error.ts';
import { randomId } from './random-id.ts';
import { createSaveQueue, type SaveOptions, type SaveResult } from './save-queue.ts';
import { TIMING, type Timing } from './timing.ts';
import { readTour } from './tour-reader.ts';
import { createTransport } from './transport.ts';

export type { Conflict } from './document.ts';
export type { PendingSave } from './draft.ts';
export type { DraftEventKind } from './draft-event.ts';
export type { FieldProblem } from './gateway-error.ts';
export type * from './tour-content.ts';
export { type Draft, type DraftEvent, type DraftState, GatewayError, type SaveOptions, type SaveResult, type Status, type Timing };

export interface DraftWatchOptions {
  /** Where the gateway is, for example `https://tours.example.com`. */
  url: string;
  /** A personal API key, or, better in a browser, an access token. */
  key?: string;
  /** Headers of each request, for credentials that change; asked for each time. When one runs out under an open stream, the watch goes on with the next. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>;
  tourId: string;
  /** Names this editor, so that it knows its own saves again, after a reload too: one for each open editor. A random one when absent. */
  clientId?: string;
  /** Each change, in order, each once. */
  onEvent?: (event: DraftEvent) => void;
  /** Each new state, own saves that are on their way included. */
  onDraft?: (state: DraftState) => void;
  /** `error` comes with `closed` alone, and only when it was not wanted. */
  onStatus?: (status: Status, error: Error | null) => void;
  fetch?: typeof fetch;
  /** Ends the watch, as `close` does. */
  signal?: AbortSignal;
  timing?: Partial<Timing>;
}

/** One open editor's view of a tour. Iterating over it gives the events from then on. */
export interface DraftWatch extends AsyncIterable<DraftEvent, undefined> {
  /** The latest state; null until the first one is there. */
  readonly draft: DraftState | null;
  readonly status: Status;
  /** Why it has closed, when that was not wanted. */
  readonly error: Error | null;
  /**
   * Writes these keys of the draft: absent keeps, null clears, `content` is replaced whole. Saves go out one after the other, and are part of
   * `draft.working` at once.
   *
   * @throws GatewayError when it was refused; with code NETWORK it may have been written or not
   */
  save(patch: Draft, options?: SaveOptions): Promise<SaveResult>;
  /** Ends it: `closed` is the last that callbacks hear, and nothing is left running but saves that were asked for before. */
  close(): void;
}

/**
 * Watches a tour's draft: its state from the first read on, every change after it, through broken connections, until it is closed, the tour is deleted, or
 * the gateway refuses. An error thrown by a callback is reported as an uncaught one and ends nothing.
 */
export function watchDraft(options: DraftWatchOptions): DraftWatch {
  const { url, key, headers = () => ({}), tourId, clientId = randomId(), onEvent, onDraft, onStatus } = options;
  const renewsCredential = options.headers !== undefined;
  const timing = { ...TIMING, ...options.timing };
  const closing = new AbortController();
  const events = createEventHub();
  let status: Status = 'connecting';
  let error: Error | null = null;

  const transport = createTransport({
    url,
    headers: async () => ({ ...(key !== undefined && { authorization: `Bearer ${key}` }), ...(await headers()) }),
    fetch: options.fetch ?? fetch,
    timing,
  });
  const store = createDraftStore((state) => status !== 'closed' && call(onDraft, state));
  const save = createSaveQueue({ transport, store, tourId, clientId });
  const session = createDraftSession({
    store,
    read: () => readTour(transport, tourId, closing.signal),
    isOwn: (clientMutationId) => clientMutationId.startsWith(`${clientId}:`),
    emit(event) {
      if (status === 'closed') return;
      call(onEvent, event);
      events.emit(event);
    },
  });

  function setStatus(next: Status): void {
    if (next === status || status === 'closed') return;
    status = next;
    call(onStatus, status, error);
  }

  function end(reason: Error | null): void {
    if (status === 'closed') return;
    error = reason;
    closing.abort();
    options.signal?.removeEventListener('abort', close);
    events.end(reason);
    setStatus('closed');
  }

  const close = () => end(null);

  options.signal?.addEventListener('abort', close);
  if (options.signal?.aborted) close();
  // Not before the caller has its watch: callbacks may want to use it.
  Promise.resolve()
    .then(() => keepConnected({ transport, session, tourId, timing, renewsCredential, signal: closing.signal, setStatus }))
    .then(close, end);

  return {
    get draft() {
      return store.state;
    },
    get status() {
      return status;
    },
    get error() {
      return error;
    },
    async save(patch, saveOptions) {
      if (status === 'closed') throw new GatewayError('CLOSED', 'This watch is closed.');
      return save(patch, saveOptions);
    },
    close,
    [Symbol.asyncIterator]: events.iterate,
  };
}

/** As an event listener is called: what it throws is nobody else's business. */
function call<Arguments extends unknown[]>(callback: ((...args: Arguments) => void) | undefined, ...args: Arguments): void {
  try {
    callback?.(...args);
  } catch (thrown) {
    queueMicrotask(() => {
      throw thrown;
    });
  }
}
