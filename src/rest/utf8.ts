import { isUtf8 } from 'node:buffer';

/** The text of UTF-8 bytes, or what is wrong with them, in the words of Python's decoder, which clients of the original know. A byte order mark stays in. */
export function decodeUtf8(bytes: Buffer): { text: string } | { message: string } {
  return isUtf8(bytes) ? { text: bytes.toString() } : { message: describeFault(bytes) };
}

function describeFault(bytes: Buffer): string {
  let start = 0;
  for (;;) {
    // Nearly everything is ASCII.
    while ((bytes[start] as number) < 0x80) start++;
    const { length, fault } = readSequence(bytes, start);
    if (fault) {
      const place =
        length === 1
          ? `byte 0x${(bytes[start] as number).toString(16).padStart(2, '0')} in position ${start}`
          : `bytes in position ${start}-${start + length - 1}`;
      return `'utf-8' codec can't decode ${place}: ${fault}`;
    }
    start += length;
  }
}

/** One character, or the bytes of it up to where it breaks off. */
function readSequence(bytes: Buffer, start: number): { length: number; fault?: string } {
  const lead = bytes[start] as number;
  if (lead < 0x80) return { length: 1 };
  if (lead < 0xc2 || lead > 0xf4) return { length: 1, fault: 'invalid start byte' };
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let n = 1; n < size; n++) {
    const byte = bytes[start + n];
    if (byte === undefined) return { length: n, fault: 'unexpected end of data' };
    const [low, high] = n === 1 ? secondByteRange(lead) : [0x80, 0xbf];
    if (byte < low || byte > high) return { length: n, fault: 'invalid continuation byte' };
  }
  return { length: size };
}

/** Narrower where a longer form, a surrogate, or a number beyond U+10FFFF would come out. */
function secondByteRange(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
