import type { IncomingMessage } from 'node:http';

/** How long, and how much, of a body that is refused is still taken and thrown away. */
const LIMIT = { ms: 5_000, bytes: 32 * 1024 * 1024 };

/** A piece of a body counts as so many bytes at least: a body in tiny pieces costs as much time as a large one. */
const MIN_PIECE_BYTES = 4 * 1024;

/**
 * Takes the rest of a body that nobody wants. Were the connection closed while its client still sends, the answer that is on its way would be thrown away with
 * it.
 *
 * @param done the client has sent all of it, has gone, or has had its time
 */
export function linger(req: IncomingMessage, done: () => void): void {
  let bytes = 0;
  const timer = setTimeout(finish, LIMIT.ms);

  function onData(chunk: Buffer): void {
    bytes += Math.max(chunk.length, MIN_PIECE_BYTES);
    if (bytes <= LIMIT.bytes) return;
    req.pause();
    finish();
  }
  function finish(): void {
    clearTimeout(timer);
    req.off('data', onData).off('end', finish).off('close', finish);
    done();
  }

  req.on('data', onData).once('end', finish).once('close', finish).resume();
}
