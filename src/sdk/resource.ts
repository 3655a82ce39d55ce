import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SdkAnswer, SdkRequest } from './answer.ts';

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

  /** Bytes in memory at most, the compressed ones included. */
  get size(): number {
    return 2 * this.#bytes.length;
  }

  /**
   * 200, or 304 for whoever has these bytes already. RFC 9110 knows 304 for GET and HEAD alone, and has conditions ignored where a request fails without its
   * body (13.2.1), as those do whose token is in there.
   */
  async answer({ method, headers: given }: Pick<SdkRequest, 'method' | 'headers'>, cacheControl: string): Promise<SdkAnswer> {
    const isCompressed =
      this.#bytes.length >= COMPRESSED_FROM && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(given['accept-encoding'] ?? ''));
    const etag = isCompressed ? `"${this.#hash}-gzip"` : `"${this.#hash}"`;
    const headers = { etag, 'cache-control': cacheControl };
    const isRead = method === 'GET' || method === 'HEAD';
    if (isRead && isKnown(given['if-none-match'], etag)) return { status: 304, headers, body: '' };
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
