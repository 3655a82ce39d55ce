import { setTimeout as sleep } from 'node:timers/promises';
import { encodeRequest, type HttpRequest, type HttpResponse, openConnection } from './http-client.ts';
import { type LoadResult, resultOf } from './load.ts';

export interface PacedLoad {
  url: string;
  /** Each is sent once, in this order; or over and over when `seconds` ask for more. */
  requests: readonly HttpRequest[];
  perSecond: number;
  seconds: number;
  connections: number;
  isRight(response: HttpResponse): boolean;
}

/**
 * Sends requests at a fixed rate, whatever becomes of those before: as visitors come. The latency of each counts from the moment at which it was due, so that
 * waiting for a free connection is part of it.
 *
 * @throws on the first wrong response
 */
export async function runPaced(load: PacedLoad): Promise<LoadResult> {
  const requests = load.requests.map((request) => encodeRequest(load.url, request));
  const connections = await Promise.all(Array.from({ length: load.connections }, () => openConnection(load.url)));
  const total = Math.round(load.perSecond * load.seconds);
  const latencies: number[] = [];
  let next = 0;
  const start = performance.now();
  const workers = connections.map(async (connection) => {
    while (next < total) {
      const nth = next++;
      const due = start + (nth * 1000) / load.perSecond;
      const wait = due - performance.now();
      if (wait > 0) await sleep(wait);
      const response = await connection.send(requests[nth % requests.length] as Buffer);
      latencies.push(performance.now() - Math.max(due, start));
      if (!load.isRight(response))
        throw new Error(`Wrong response from ${load.url}: ${response.status} ${response.body.toString().slice(0, 600)}`);
    }
  });
  try {
    await Promise.all(workers);
  } finally {
    for (const connection of connections) connection.close();
  }
  return resultOf(latencies, start);
}
