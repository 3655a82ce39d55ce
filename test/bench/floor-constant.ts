import type { HttpResponse } from './http-client.ts';
import type { Server } from './server.ts';

const KEPT = /^(content-type|content-encoding|etag|cache-control|vary)$/i;

/** Has the floor answer this path with the status, the bytes and the telling headers of a response. */
export async function setConstant(floor: Server, path: string, { status, headers, body }: HttpResponse): Promise<void> {
  const lines = headers.split('\r\n').slice(1);
  const pairs = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const);
  const kept = Object.fromEntries(pairs.filter(([name]) => KEPT.test(name)));
  const response = await fetch(`${floor.url}${path}`, {
    method: 'PUT',
    headers: { 'x-status': String(status), 'x-headers': JSON.stringify(kept) },
    body: new Uint8Array(body),
  });
  if (response.status !== 204) throw new Error(`The floor took no constant: ${response.status}`);
}
