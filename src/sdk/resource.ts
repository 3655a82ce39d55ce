import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SdkAnswer } from './answer.ts';

const compress = promisify(gzip);

/** Shorter bodies are not worth the trouble. */
const COMPRESSED_FROM = 1024;

/** Bytes that many requests share, with the tag that tells them from other bytes. They are compressed once, when somebody first wants that. */
export class Resource {
  readonly #type: string;
  readonly #bytes: Buffer;
  readonly #hash: string;
  #compressed: Promise<Buffer> | undefined;

  constructor(contentType: string, body: string | Buffer) {
    this.#type = contentType;
    this.#bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#hash = createHash('sha256').update(this.#bytes).digest('base64url').slice(0, 22);
  }

  /** 200, or 304 for whoever has these bytes already. */
  async answer(request: IncomingHttpHeaders, cacheControl: string): Promise<SdkAnswer> {
    const isCompressed =
      this.#bytes.length >= COMPRESSED_FROM && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(request['accept-encoding'] ?? ''));
    const etag = isCompressed ? `"${this.#hash}-gzip"` : `"${this.#hash}"`;
    const headers = { etag, 'cache-control': cacheControl };
    if (isKnown(request['if-none-match'], etag)) return { status: 304, headers, body: '' };
    const body = isCompressed ? await this.#compress() : this.#bytes;
    return { status: 200, headers: { 'content-type': this.#type, ...headers, ...(isCompressed && { 'content-encoding': 'gzip' }) }, body };
  }

  #compress(): Promise<Buffer> {
    this.#compressed ??= compress(this.#bytes);
    return this.#compressed;
  }
}

/** The weak comparison of RFC 9110: a list of tags, or `*`. */
function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
