import type { Duplex } from 'node:stream';

/** FIN, and the opcode of a text (RFC 6455, section 5.2). A server masks nothing. */
const WHOLE_TEXT = 0x81;

/**
 * Sends one text message whose end is shared by many, as one frame: only its beginning is made for this connection, the end is neither encoded nor copied again,
 * and waits for slow readers in one place.
 *
 * It goes by `ws`, which must keep no messages back itself: the connection is open, without compression.
 */
export function sendText(connection: Duplex, start: string, end: Buffer, onSent: (error?: Error | null) => void): void {
  const startLength = Buffer.byteLength(start);
  const length = startLength + end.length;
  const size = length < 126 ? 2 : length < 0x10000 ? 4 : 10;
  const head = Buffer.allocUnsafe(size + startLength);
  head[0] = WHOLE_TEXT;
  if (size === 2) head[1] = length;
  if (size === 4) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  }
  if (size === 10) {
    head[1] = 127;
    head.writeUInt16BE(0, 2);
    head.writeUIntBE(length, 4, 6);
  }
  head.write(start, size);
  connection.cork();
  connection.write(head);
  connection.write(end, onSent);
  connection.uncork();
}
