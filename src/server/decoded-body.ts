import { MAX_BODY_BYTES, type RequestBody } from './body.ts';
import { decode, readCodings } from './content-coding.ts';

/**
 * A request body with its Content-Encoding undone. Its limits hold for the bytes as they arrive, and again for the
 * decoded bytes.
 */
export class DecodedBody {
  readonly #body: RequestBody;
  readonly #header: string | undefined;

  constructor(body: RequestBody, contentEncoding: string | undefined) {
    this.#body = body;
    this.#header = contentEncoding;
  }

  /**
   * The beginning of the body, as of RequestBody. Of a body that cannot be decoded it is empty: the reason is for
   * clients that may send it, which `whole` throws.
   *
   * @throws BytesInFlightError, RequestAbortedError
   */
  async first(bytes: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
    const encoded = await this.#body.first(bytes);
    if (this.#header === undefined || encoded.bytes.length === 0) return encoded;
    try {
      return await decode(encoded, readCodings(this.#header), { maxBytes: bytes, mayCut: true, hold: this.#hold });
    } catch {
      return { bytes: Buffer.alloc(0), isWhole: false };
    }
  }

  /**
   * The whole body.
   *
   * @param limit of the body as it arrives, and of the decoded body, in bytes
   * @throws BodyTooLargeError, BytesInFlightError, RequestAbortedError, UnsupportedCodingError, MalformedCodingError
   */
  async whole(limit = MAX_BODY_BYTES): Promise<Buffer> {
    const codings = readCodings(this.#header);
    const encoded = await this.#body.whole(limit);
    if (codings.length === 0 || encoded.length === 0) return encoded;
    const whole = { bytes: encoded, isWhole: true };
    return (await decode(whole, codings, { maxBytes: limit, mayCut: false, hold: this.#hold })).bytes;
  }

  readonly #hold = (bytes: number): void => this.#body.hold(bytes);
}
