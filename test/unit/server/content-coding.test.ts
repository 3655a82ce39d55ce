import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BodyTooLargeError } from '../../../src/server/body.ts';
import { decode, MalformedCodingError, readCodings, UnsupportedCodingError } from '../../../src/server/content-coding.ts';

const TEXT = JSON.stringify({ name: 'Tour', steps: Array.from({ length: 100 }, (_, n) => `step ${n}`) });
const bytes = Buffer.from(TEXT);

function decodeWhole(body: Buffer, codings: string[], maxBytes = 1024 * 1024) {
  let held = 0;
  const hold = (more: number) => {
    held += more;
  };
  const limits = { maxBytes, mayCut: false, hold };
  return decode({ bytes: body, isWhole: true }, codings, limits).then((part) => ({ text: part.bytes.toString(), held }));
}

describe('Content-Encoding', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['identity', []],
    ['gzip', ['gzip']],
    [' GZIP , identity, Br ', ['gzip', 'br']],
    ['x-gzip', ['x-gzip']],
    [',,', []],
  ])('"%s" is read as %j', (header, codings) => {
    expect(readCodings(header)).toEqual(codings);
  });

  it.each(['zstd', 'compress', 'gzip, zstd', 'constructor', 'gzip;q=1', 'gzip, gzip, gzip, gzip'])('"%s" is not supported', (header) => {
    expect(() => readCodings(header)).toThrow(UnsupportedCodingError);
  });

  it.each<[string, Buffer]>([
    ['gzip', gzipSync(bytes)],
    ['x-gzip', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['deflate', deflateRawSync(bytes)],
    ['br', brotliCompressSync(bytes)],
  ])('%s is undone', async (coding, body) => {
    expect((await decodeWhole(body, [coding])).text).toBe(TEXT);
  });

  it('is undone in the reverse order', async () => {
    const body = brotliCompressSync(gzipSync(deflateSync(bytes)));
    expect((await decodeWhole(body, ['deflate', 'gzip', 'br'])).text).toBe(TEXT);
  });

  it.each<[string, string, Buffer]>([
    ['gzip', 'plain text', bytes],
    ['deflate', 'plain text', bytes],
    ['br', 'plain text', bytes],
    ['gzip', 'half a body', gzipSync(bytes).subarray(0, 60)],
    ['br', 'half a body', brotliCompressSync(bytes).subarray(0, 60)],
    ['gzip', 'a body without its checksum', gzipSync(bytes).subarray(0, -8)],
  ])('%s of %s is refused', async (coding, _, body) => {
    await expect(decodeWhole(body, [coding])).rejects.toThrow(MalformedCodingError);
  });

  it.each<[string, (body: Buffer) => Buffer]>([
    ['gzip', (body) => gzipSync(body, { level: 9 })],
    ['deflate', deflateSync],
    ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })],
  ])('a bomb of %s is decoded no further than the limit', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(32 * 1024 * 1024));
    let held = 0;
    const hold = (more: number) => {
      held += more;
    };
    const decoding = decode({ bytes: bomb, isWhole: true }, [coding], { maxBytes: 1_000_000, mayCut: false, hold });
    await expect(decoding).rejects.toThrow(BodyTooLargeError);
    expect(held).toBeLessThanOrEqual(1_000_000);
    const beginning = await decode({ bytes: bomb, isWhole: true }, [coding], { maxBytes: 1000, mayCut: true, hold });
    expect([beginning.bytes.length, beginning.isWhole]).toEqual([1000, false]);
  });

  it('of a bomb within a bomb is limited at each step', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    await expect(decodeWhole(bomb, ['gzip', 'gzip'], 100_000)).rejects.toThrow(BodyTooLargeError);
  });

  it.each<[string, Buffer]>([
    ['gzip', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['br', brotliCompressSync(bytes)],
  ])('%s of the beginning of a body gives the beginning of its content', async (coding, body) => {
    const part = { bytes: body.subarray(0, -10), isWhole: false };
    const decoded = await decode(part, [coding], { maxBytes: 1_000_000, mayCut: true, hold: () => {} });
    expect(decoded.isWhole).toBe(false);
    expect(TEXT.startsWith(decoded.bytes.toString())).toBe(true);
  });
});
