import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { CODINGS, type Coding, preferredCoding } from './accept.ts';
import { includesTag } from './entity-tag.ts';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Shorter bodies are not compressed, in bytes. */
const MIN_COMPRESSED_BYTES = 1024;

/**
 * Smaller than gzip, in half the time of the next better level. The highest level takes half a minute for the scripts
 * of GraphiQL.
 */
const BROTLI_QUALITY = 5;

interface CachedResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** A body that many responses share, with its ETag. Each compressed form is made when a client first asks for it. */
export class CachedBody {
  readonly #type: string;
  readonly #bytes: Buffer;
  readonly #hash: string;
  readonly #codings: readonly Coding[];
  readonly #compressed: Partial<Record<Coding, Promise<Buffer>>> = {};

  /** @param codings to offer, the best first: one that is made often, or held often, can do with fewer */
  constructor(contentType: string, body: string | Buffer, codings: readonly Coding[] = CODINGS) {
    this.#codings = codings;
    this.#type = contentType;
    this.#bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#hash = createHash('sha256').update(this.#bytes).digest('base64url').slice(0, 22);
  }

  /** The most bytes that it holds in memory: the body and its compressed forms. */
  get size(): number {
    return this.#codings.length * this.#bytes.length;
  }

  /**
   * Returns 200, or 304 when the client has the body. 304 is for GET and HEAD only (RFC 9110, section 13.2.1): requests
   * with other methods carry a token in their body, which must still be checked.
   */
  async answer(
    { method, headers: given }: { method: string; headers: IncomingHttpHeaders },
    cacheControl: string,
  ): Promise<CachedResponse> {
    const isShort = this.#bytes.length < MIN_COMPRESSED_BYTES;
    const coding = isShort ? 'identity' : preferredCoding(given['accept-encoding']?.toString(), this.#codings);
    const etag = coding === 'identity' ? `"${this.#hash}"` : `"${this.#hash}-${coding}"`;
    const headers = { etag, 'cache-control': cacheControl };
    const isRead = method === 'GET' || method === 'HEAD';
    if (isRead && includesTag(given['if-none-match'], etag)) return { status: 304, headers, body: '' };
    const encoding = coding !== 'identity' && { 'content-encoding': coding };
    return { status: 200, headers: { 'content-type': this.#type, ...headers, ...encoding }, body: await this.#encoded(coding) };
  }

  #encoded(coding: Coding): Promise<Buffer> | Buffer {
    if (coding === 'identity') return this.#bytes;
    this.#compressed[coding] ??= coding === 'gzip' ? compressGzip(this.#bytes) : brotli(this.#bytes);
    return this.#compressed[coding];
  }
}

function brotli(bytes: Buffer): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return compressBrotli(bytes, { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}
