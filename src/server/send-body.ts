import type { ServerResponse } from 'node:http';
import type { Owner } from '../limits/fair-share.ts';
import type { UnreadOutput } from '../limits/unread-output.ts';

/** A longer body is given to the connection in slices of this size, in bytes, so that it shows how far its reader is. */
const SLICE_BYTES = 1024 * 1024;

export interface SendParts {
  /** To whom the bytes count. */
  owner: Owner;
  unread: UnreadOutput;
  /** A reader that takes nothing for so long is cut off, in milliseconds. */
  stallMs: number;
}

/**
 * Sends the body of a response whose head has been written, and ends it. What the reader has not taken counts as unread output: clients that ask for much and
 * read nothing cannot fill the memory.
 */
export function sendBody(res: ServerResponse, body: string | Buffer, parts: SendParts): void {
  if (body.length > SLICE_BYTES) {
    sendSlices(res, Buffer.isBuffer(body) ? body : Buffer.from(body), parts);
    return;
  }
  res.end(body);
  // Nearly always the system has taken all of it.
  if (res.writableLength > 0) accountFor(res, parts).hold(res.writableLength);
}

function sendSlices(res: ServerResponse, body: Buffer, parts: SendParts): void {
  const account = accountFor(res, parts);
  let sent = 0;

  function sendOn(): void {
    while (sent < body.length) {
      const isTaken = res.write(body.subarray(sent, sent + SLICE_BYTES));
      sent = Math.min(sent + SLICE_BYTES, body.length);
      account.hold(body.length - sent + res.writableLength);
      if (!isTaken || res.destroyed) return;
    }
    res.end();
  }

  res.on('drain', sendOn);
  sendOn();
}

function accountFor(res: ServerResponse, { owner, unread, stallMs }: SendParts) {
  const cutOff = () => void res.destroy();
  const account = unread.open(owner, { drain: cutOff, destroy: cutOff });
  const close = () => account.close();
  res.once('finish', close).once('close', close);
  res.setTimeout(stallMs);
  return account;
}
