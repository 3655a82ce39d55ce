import { readEventStream, type StreamMessage } from './event-stream.ts';
import { GatewayError, httpError, type ResultError, resultError } from './gateway-error.ts';
import { type TimeLimit, withTimeLimit } from './time-limit.ts';
import type { Timing } from './timing.ts';

export interface TransportOptions {
  /** Where the gateway is, without `/graphql`. */
  url: string;
  /** Of each request, credentials included; asked for each time. */
  headers: () => Record<string, string> | Promise<Record<string, string>>;
  fetch: typeof fetch;
  timing: Timing;
}

interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

export interface Transport {
  /** Runs a query or mutation. @throws GatewayError */
  execute<Data>(operation: Operation, signal: AbortSignal | null): Promise<Data>;
  /**
   * Runs a subscription; settles when it has ended.
   *
   * @param stream.receive is awaited before the next message is read, so that the gateway notices a slow reader
   * @throws GatewayError
   */
  follow<Data>(operation: Operation, stream: Stream<Data>): Promise<void>;
  /** Gets a REST resource; null: as it was (304). @throws GatewayError */
  get(path: string, etag: string | null, signal: AbortSignal): Promise<{ text: string; etag: string | null } | null>;
}

interface Stream<Data> {
  /** Goes on after the event with this id. */
  lastEventId: string | null;
  signal: AbortSignal;
  receive(data: Data, id: string | null): Promise<void>;
}

interface Result<Data> {
  data?: Data | null;
  errors?: ResultError[];
}

export function createTransport({ url, headers, fetch: send, timing }: TransportOptions): Transport {
  const root = url.replace(/\/+$/, '');

  async function request(path: string, init: RequestInit, extra: Record<string, string>): Promise<Response> {
    return reached(Promise.resolve(headers()).then((own) => send(`${root}${path}`, { ...init, headers: { ...own, ...extra } })));
  }

  function post(operation: Operation, accept: string, { signal }: TimeLimit, extra: Record<string, string> = {}): Promise<Response> {
    const body = JSON.stringify(operation);
    return request(
      '/graphql',
      { method: 'POST', body, signal, cache: 'no-store' },
      { 'content-type': 'application/json', accept, ...extra },
    );
  }

  return {
    execute: (operation, signal) =>
      withTimeLimit({ outer: signal, milliseconds: timing.answerWithin }, async (limit) => {
        const response = await post(operation, 'application/json', limit);
        return dataOf(await readResult(response));
      }),

    follow: ({ query, variables }, { lastEventId, signal, receive }) =>
      withTimeLimit({ outer: signal, milliseconds: timing.answerWithin }, async (limit) => {
        const resume: Record<string, string> = lastEventId === null ? {} : { 'last-event-id': lastEventId };
        const response = await post({ query, variables }, 'text/event-stream', limit, resume);
        // Until the first event comes, signs of life do not count: something between may answer for a gateway that does not.
        let hasBegun = false;
        for await (const { event, id, data } of readMessages(response, () => hasBegun && limit.extend(timing.silence))) {
          if (event === 'complete') return;
          hasBegun = true;
          await receive(dataOf(parse(data)), id);
          limit.extend(timing.silence);
        }
      }),

    get: (path, etag, signal) =>
      withTimeLimit({ outer: signal, milliseconds: timing.answerWithin }, async (limit) => {
        const condition: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
        const response = await request(path, { signal: limit.signal, cache: 'no-store' }, { accept: 'application/json', ...condition });
        if (response.status === 304) return null;
        if (!response.ok) throw httpError(response.status);
        return { text: await reached(response.text()), etag: response.headers.get('etag') };
      }),
  };
}

async function* readMessages(response: Response, onActivity: () => void): AsyncGenerator<StreamMessage> {
  const { status, headers, body } = response;
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if ([404, 405, 406, 415].includes(status) || (response.ok && !(isStream && body)))
    throw new GatewayError('NO_STREAM', `The gateway gave no event stream, but HTTP status ${status}.`);
  if (!response.ok || !body) throw resultOrHttpError(status, await reached(response.text()));
  const messages = readEventStream(body, onActivity);
  try {
    for (;;) {
      const { done, value } = await reached(messages.next());
      if (done) return;
      yield value;
    }
  } finally {
    await messages.return(undefined);
  }
}

async function readResult<Data>(response: Response): Promise<Result<Data>> {
  const text = await reached(response.text());
  if (!response.ok) throw resultOrHttpError(response.status, text);
  return parse(text);
}

/** A refusal may come with GraphQL errors, or from something before the gateway. */
function resultOrHttpError(status: number, text: string): GatewayError {
  const { errors } = tryParse<Result<unknown>>(text) ?? {};
  return errors?.[0]?.extensions?.code ? resultError(errors) : httpError(status, errors?.[0]?.message);
}

function dataOf<Data>({ data, errors }: Result<Data>): Data {
  if (data == null || errors) throw resultError(errors ?? []);
  return data;
}

function parse<Data>(text: string): Result<Data> {
  const result = tryParse<Result<Data>>(text);
  if (typeof result !== 'object' || result === null) throw new GatewayError('BAD_ANSWER', 'What came back is not the gateway’s JSON.');
  return result;
}

function tryParse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/** Turns the platform's many errors of a broken connection into one. */
async function reached<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (cause) {
    throw new GatewayError('NETWORK', 'The gateway could not be reached, or the connection broke.', { cause });
  }
}
