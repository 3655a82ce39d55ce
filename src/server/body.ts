import type { IncomingMessage } from 'node:http';

/** The largest request body, in bytes: 20 MB, as the REST contract documents. */
export const MAX_BODY_BYTES = 20 * 1024 * 1024;

export class BodyTooLargeError extends Error {}

const NOTHING = Buffer.alloc(0);

/**
 * The whole body of a request. The bytes are counted as they come in, whatever the length header says or leaves out.
 *
 * @throws BodyTooLargeError; the rest of the body is then thrown away
 */
export async function readBody(req: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
  if (length === undefined && encoding === undefined) return NOTHING;
  if (Number(length) > limit) throw new BodyTooLargeError();
  return collect(req, limit);
}

/** By events: iterating over a request takes longer than most requests do. */
function collect(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // No event follows where the client has gone before anyone listened.
    if (req.destroyed) return reject(new Error('The request was broken off.'));
    const chunks: Buffer[] = [];
    let size = 0;

    function onData(chunk: Buffer): void {
      size += chunk.length;
      if (size > limit) refuse();
      else chunks.push(chunk);
    }
    function onEnd(): void {
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size));
    }
    function refuse(): void {
      req.off('data', onData).off('end', onEnd);
      chunks.length = 0;
      reject(new BodyTooLargeError());
    }

    req.on('data', onData);
    req.once('end', onEnd);
    req.once('error', reject);
    req.once('close', () => {
      if (!req.complete) reject(new Error('The request was broken off.'));
    });
  });
}
