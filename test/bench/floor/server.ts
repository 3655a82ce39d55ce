import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { handleConstant } from './constant.ts';
import { draftStatus } from './draft-status.ts';
import { publish } from './publish.ts';
import { handleRead } from './read.ts';
import { saveDraft } from './save.ts';
import { page, search } from './search.ts';

/**
 * The least that the work takes: node:http, prepared statements, hand-made JSON; no GraphQL, no keys, no permissions. Paths begin with the way the JSON is made:
 * `/parse/` reads JSON columns as values and prints the whole answer, `/text/` passes their text through.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE ?? 10),
  options: '-c TimeZone=UTC -c pg_trgm.word_similarity_threshold=0.3',
});

const server = createServer((req, res) => {
  answer(req, res).catch((error: unknown) => {
    console.error(error);
    res.writeHead(500).end(String(error));
  });
});

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const [, area = '', ...rest] = (req.url ?? '').split('/');
  if (area === 'constant') return handleConstant(req, res);
  if (area === 'draft-status') return replyJson(res, await draftStatus(pool, rest[0] ?? ''));
  if (area === 'search') return replyJson(res, await search(pool, rest[0] ?? ''));
  if (area === 'page') return replyJson(res, await page(pool, rest[0] ?? '', rest[1] ?? ''));
  const body = await readBody(req);
  if (area === 'save') return replyJson(res, await saveDraft(pool, rest[0] ?? '', body));
  if (area === 'publish') return replyJson(res, await publish(pool, rest[0] ?? '', body));
  if (area === 'parse' || area === 'text') return replyJson(res, await handleRead(pool, area, rest.join('/'), body));
  res.writeHead(404).end();
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function replyJson(res: ServerResponse, json: string): void {
  const bytes = Buffer.from(json);
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }).end(bytes);
}

server.listen(0, '127.0.0.1', () => console.log(`ready on http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await pool.end();
});
