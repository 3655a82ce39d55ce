import { encodeRequest, type HttpRequest, type HttpResponse, openConnection } from './http-client.ts';
import { median, percentile } from './statistics.ts';

export const CONNECTIONS = 16;

export interface Load {
  url: string;
  requests: readonly HttpRequest[];
  /** Which request a connection sends as its nth; all in turn unless told. */
  pick?: ((connection: number, nth: number) => number) | undefined;
  /** Whether a response is the right one to the request with this index. Every single one is asked about. */
  isRight(index: number, response: HttpResponse): boolean;
}

export interface LoadResult {
  responses: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/**
 * Sixteen connections, unless told otherwise, that each send the next request when the response to the one before has come.
 *
 * @param until ends the load: seconds, or a number of responses
 * @throws on the first wrong response
 */
export async function runLoad(load: Load, until: { seconds: number } | { responses: number }, count = CONNECTIONS): Promise<LoadResult> {
  const requests = load.requests.map((request) => encodeRequest(load.url, request));
  const pick = load.pick ?? ((connection, nth) => (connection + nth * count) % requests.length);
  const connections = await Promise.all(Array.from({ length: count }, () => openConnection(load.url)));
  const latencies: number[] = [];
  const start = performance.now();
  const end = 'seconds' in until ? start + until.seconds * 1000 : Number.POSITIVE_INFINITY;
  const most = 'responses' in until ? until.responses : Number.POSITIVE_INFINITY;
  let sent = 0;
  const workers = connections.map(async (connection, number) => {
    for (let nth = 0; performance.now() < end && sent < most; nth++) {
      sent++;
      const index = pick(number, nth);
      const before = performance.now();
      const response = await connection.send(requests[index] as Buffer);
      latencies.push(performance.now() - before);
      if (!load.isRight(index, response)) throw new Error(describeWrong(load, index, response));
    }
  });
  try {
    await Promise.all(workers);
  } finally {
    for (const connection of connections) connection.close();
  }
  return resultOf(latencies, start);
}

/** @param latencies of each response, in milliseconds @param start of the load, by the process's own clock */
export function resultOf(latencies: readonly number[], start: number): LoadResult {
  const seconds = (performance.now() - start) / 1000;
  const p50 = median(latencies);
  return { responses: latencies.length, perSecond: latencies.length / seconds, p50, p99: percentile(latencies, 0.99) };
}

function describeWrong(load: Load, index: number, { status, body }: HttpResponse): string {
  const { method, path, body: sent } = load.requests[index] as HttpRequest;
  return `Wrong response from ${load.url} to ${method ?? ''} ${path} ${sent?.slice(0, 300) ?? ''}: ${status} ${body.toString().slice(0, 600)}`;
}
