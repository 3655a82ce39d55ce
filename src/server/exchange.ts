import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from './log.ts';

/** One HTTP request and its answer, as every door gets it. */
export interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  method: string;
  /** Decoded neither in path nor in query. */
  path: string;
  query: URLSearchParams;
  requestId: string;
  log: Logger;
}

/** Answers and ends the exchange. A body is sent with its length; for HEAD the length alone goes out. */
export function reply({ req, res }: Exchange, status: number, headers: Record<string, string>, body: string | Buffer = ''): void {
  const bytes = Buffer.byteLength(body);
  res.writeHead(status, status === 204 || status === 304 ? headers : { ...headers, 'content-length': bytes });
  res.end(req.method === 'HEAD' || status === 204 || status === 304 ? undefined : body);
}

export function replyJson(exchange: Exchange, status: number, body: unknown, headers: Record<string, string> = {}): void {
  reply(exchange, status, { 'content-type': 'application/json; charset=utf-8', ...headers }, JSON.stringify(body));
}
