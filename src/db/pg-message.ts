// The little of PostgreSQL's wire protocol that a stream to an embedded database has to understand. A message is a type byte, its length without that byte,
// and its body.
const TERMINATE = 0x58;
const READY_FOR_QUERY = 0x5a;
const SYNC = 0x53;
const QUERY = 0x51;
const FLUSH = 0x48;

/** What a server says to a client that it lets in without a password. */
export const AUTHENTICATED = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('S', Buffer.from('client_encoding\0UTF8\0')),
  message('S', Buffer.from('standard_conforming_strings\0on\0')),
  message('K', Buffer.alloc(8)),
  message('Z', Buffer.from('I')),
]);

export function queryMessage(sql: string): Buffer {
  return message('Q', Buffer.from(`${sql}\0`));
}

/** The length of the message at the start of `bytes`, null while it has not all arrived. The first message of a connection has no type byte. */
export function messageLength(bytes: Buffer, typeBytes: 0 | 1): number | null {
  if (bytes.length < typeBytes + 4) return null;
  const length = typeBytes + bytes.readInt32BE(typeBytes);
  return bytes.length < length ? null : length;
}

/** Whether the message asks for the answer to itself and to what came before it. */
export function endsBatch(bytes: Buffer): boolean {
  return bytes[0] === SYNC || bytes[0] === QUERY || bytes[0] === FLUSH;
}

export function isTerminate(bytes: Buffer): boolean {
  return bytes[0] === TERMINATE;
}

/** What ReadyForQuery says, always the last message of a reply: I idle, T in a transaction, E in a failed one. Null after a mere Flush. */
export function transactionStatus(reply: Buffer): string | null {
  const ready = reply.length - 6;
  return ready >= 0 && reply[ready] === READY_FOR_QUERY && reply.readInt32BE(ready + 1) === 5
    ? String.fromCharCode(reply[ready + 5] as number)
    : null;
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}
