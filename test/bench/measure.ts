import { isDeepStrictEqual } from 'node:util';
import { encodeRequest, type HttpRequest, type HttpResponse, openConnection } from './http-client.ts';
import { type Load, runLoad } from './load.ts';
import type { Server } from './server.ts';

/** At least so long is each contender's turn before the first round, in which its code is compiled. */
const WARM_UP_SECONDS = 4;

/** One of those who do the same work. */
export interface Contender {
  name: string;
  server: Server;
  requests: readonly HttpRequest[];
  /** Only those of the same group have to say the same. */
  group?: string;
  pick?: Load['pick'];
  /**
   * What a response says, in a form that is the same for all who say the same: compared between contenders before anything is measured.
   *
   * @throws when it is not an answer to the request
   */
  read(response: HttpResponse): unknown;
  /** For answers that change from one time to the next: whether this is a right one. Absent: each has the bytes that it had when it was compared. */
  isRight?: Load['isRight'];
}

export interface Measured {
  name: string;
  /** A figure for each round. */
  perSecond: number[];
  p50: number[];
  p99: number[];
  /** Microseconds of the server's processor time for each response, the database's not counted. */
  cpu: number[];
  bodyBytes: number;
}

export interface Rounds {
  rounds: number;
  /** How long each contender's turn in a round is. */
  seconds: number;
}

/**
 * The contenders take turns in each round, so that what else the machine does at the time hits all of them alike.
 *
 * @throws when one says something else than the first one, before or during the measurement
 */
export async function measure(contenders: readonly Contender[], { rounds, seconds }: Rounds): Promise<Measured[]> {
  const loads: Load[] = [];
  const results: Measured[] = [];
  const firsts = new Map<string | undefined, { name: string; said: unknown[] }>();
  for (const contender of contenders) {
    const responses = await askEach(contender);
    const said = responses.map((response) => contender.read(response));
    const first = firsts.get(contender.group) ?? { name: contender.name, said };
    firsts.set(contender.group, first);
    for (const [n, answer] of said.entries()) requireSame(contender.name, answer, first.name, first.said[n]);
    const { requests, pick, server } = contender;
    const isRight: Load['isRight'] =
      contender.isRight ??
      ((index, response) => response.status === responses[index]?.status && response.body.equals(responses[index]?.body as Buffer));
    loads.push({ url: server.url, requests, pick, isRight });
    results.push({ name: contender.name, perSecond: [], p50: [], p99: [], cpu: [], bodyBytes: responses[0]?.body.length ?? 0 });
  }
  for (const load of loads) await runLoad(load, { seconds: Math.max(seconds, WARM_UP_SECONDS) });
  for (let round = 0; round < rounds; round++) {
    for (const [n, load] of loads.entries()) {
      const server = (contenders[n] as Contender).server;
      const before = server.cpu();
      const { perSecond, p50, p99, responses } = await runLoad(load, { seconds });
      const result = results[n] as Measured;
      result.perSecond.push(perSecond);
      result.p50.push(p50);
      result.p99.push(p99);
      result.cpu.push(((server.cpu() - before) * 1000) / responses);
    }
  }
  return results;
}

async function askEach({ name, server, requests }: Contender): Promise<HttpResponse[]> {
  const connection = await openConnection(server.url);
  const responses: HttpResponse[] = [];
  for (const request of requests) responses.push(await connection.send(encodeRequest(server.url, request)));
  connection.close();
  const failed = responses.find(({ status }) => status >= 400);
  if (failed) throw new Error(`${name} answers ${failed.status}: ${failed.body.toString().slice(0, 2000)}`);
  return responses;
}

function requireSame(name: string, answer: unknown, firstName: string, firstAnswer: unknown): void {
  if (isDeepStrictEqual(answer, firstAnswer)) return;
  const show = (value: unknown) => JSON.stringify(value)?.slice(0, 3000);
  throw new Error(`${name} does not say the same as ${firstName}:\n${show(answer)}\n${show(firstAnswer)}`);
}
