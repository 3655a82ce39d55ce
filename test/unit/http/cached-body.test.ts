import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CachedBody } from '../../../src/http/cached-body.ts';

const TEXT = 'Guided tours. '.repeat(1000);
const body = new CachedBody('text/plain', TEXT);
const answer = (headers: Record<string, string>, method = 'GET') => body.answer({ method, headers }, 'no-cache');

describe('a cached body', () => {
  it('is sent in the coding that the client prefers, each with its own tag', async () => {
    const [plain, gzip, br] = [
      await answer({}),
      await answer({ 'accept-encoding': 'gzip' }),
      await answer({ 'accept-encoding': 'gzip, br' }),
    ];
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(String(plain.body)).toBe(TEXT);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(String(gunzipSync(gzip.body as Buffer))).toBe(TEXT);
    expect(br.headers['content-encoding']).toBe('br');
    expect(String(brotliDecompressSync(br.body as Buffer))).toBe(TEXT);
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('is not sent to a client that has it, also when a proxy has compressed it', async () => {
    const etag = (await answer({})).headers.etag ?? '';
    for (const tag of [etag, `W/${etag}`, etag.replace(/"$/, '-gzip"'), etag.replace(/"$/, ';gzip"')])
      expect((await answer({ 'if-none-match': tag })).status, tag).toBe(304);
    expect((await answer({ 'if-none-match': '"other"' })).status).toBe(200);
    expect((await answer({ 'if-none-match': etag }, 'POST')).status).toBe(200);
  });

  it('is offered in some codings alone, and counts for these', async () => {
    const some = new CachedBody('text/plain', TEXT, ['gzip', 'identity']);
    const { headers } = await some.answer({ method: 'GET', headers: { 'accept-encoding': 'gzip, br' } }, 'no-cache');
    expect(headers['content-encoding']).toBe('gzip');
    expect([some.size, body.size]).toEqual([2 * TEXT.length, 3 * TEXT.length]);
  });

  it('is not compressed when it is short', async () => {
    const { headers } = await new CachedBody('text/plain', 'short').answer(
      { method: 'GET', headers: { 'accept-encoding': 'br' } },
      'no-cache',
    );
    expect(headers['content-encoding']).toBeUndefined();
  });
});
