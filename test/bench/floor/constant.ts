import type { IncomingMessage, ServerResponse } from 'node:http';

interface Constant {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const constants = new Map<string, Constant>();

/** PUT stores what GET answers: the body, with the status and the headers that `x-status` and `x-headers` (JSON) name. */
export async function handleConstant(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method === 'PUT') {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const status = Number(req.headers['x-status']);
    const headers = JSON.parse(String(req.headers['x-headers']));
    if (status !== 304) headers['content-length'] = String(body.length);
    constants.set(req.url ?? '', { status, headers, body });
    res.writeHead(204).end();
    return;
  }
  const constant = constants.get(req.url ?? '');
  if (!constant) {
    res.writeHead(404).end();
    return;
  }
  res.writeHead(constant.status, constant.headers).end(constant.body);
}
