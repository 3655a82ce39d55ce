import type { Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import pLimit from 'p-limit';
import { BodyTooLargeError } from './body.ts';

/** The names of Content-Encoding that the gateway decodes; `identity` is none. */
export const SUPPORTED_CODINGS = 'gzip, br, deflate';

/** How often a body may be encoded. */
export const MAX_CODINGS = 3;

/** The body has a coding that the gateway does not decode. */
export class UnsupportedCodingError extends Error {
  readonly coding: string;

  constructor(coding: string) {
    super(`The Content-Encoding "${coding}" is not supported.`);
    this.name = 'UnsupportedCodingError';
    this.coding = coding;
  }
}

/** The body is not what its Content-Encoding says. */
export class MalformedCodingError extends Error {
  constructor(coding: string) {
    super(`The body is not valid ${coding}, which its Content-Encoding names.`);
    this.name = 'MalformedCodingError';
  }
}

/** The size of the pieces in which decoders deliver, in bytes. */
const PIECE_BYTES = 64 * 1024;

/**
 * Decodes at most as many bodies at once as Node has threads for it: a Brotli decoder can take 16 MiB, whatever the
 * size of the body.
 */
const decoders = pLimit(4);

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = constants;

/** Decoders by coding. The end of the body may be missing when only its beginning is decoded. */
const DECODERS: Record<string, (bytes: Buffer, isCut: boolean) => Transform> = {
  gzip: (_, isCut) => createGunzip(zlibOptions(isCut)),
  'x-gzip': (_, isCut) => createGunzip(zlibOptions(isCut)),
  // RFC 9110 means the zlib format. Some clients send the bare deflate stream instead.
  deflate: (bytes, isCut) => (isZlib(bytes) ? createInflate : createInflateRaw)(zlibOptions(isCut)),
  br: (_, isCut) => createBrotliDecompress({ chunkSize: PIECE_BYTES, ...(isCut && { finishFlush: BROTLI_OPERATION_FLUSH }) }),
};

function zlibOptions(isCut: boolean) {
  return { chunkSize: PIECE_BYTES, ...(isCut && { finishFlush: Z_SYNC_FLUSH }) };
}

/** The first two bytes of the zlib format (RFC 1950): the method is deflate, and together they are a multiple of 31. */
function isZlib([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/**
 * The codings of a body, in the order in which they were applied.
 *
 * @throws UnsupportedCodingError
 */
export function readCodings(header: string | undefined): string[] {
  const codings = (header ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const unsupported = codings.find((coding) => !Object.hasOwn(DECODERS, coding));
  if (unsupported !== undefined) throw new UnsupportedCodingError(unsupported);
  if (codings.length > MAX_CODINGS) throw new UnsupportedCodingError(codings.join(', '));
  return codings;
}

export interface DecodeLimits {
  /** The most bytes of the result, and of each step on the way to it. */
  maxBytes: number;
  /** Whether a longer result is cut there. Otherwise it is an error. */
  mayCut: boolean;
  /** Called with the size of each piece of the result. @throws when so many bytes may not be held */
  hold(bytes: number): void;
}

/** A body, or the beginning of one. */
interface Part {
  bytes: Buffer;
  isWhole: boolean;
}

/**
 * Undoes the codings of a body, or of the beginning of one.
 *
 * @throws MalformedCodingError, BodyTooLargeError, or what `hold` throws
 */
export async function decode(body: Part, codings: readonly string[], limits: DecodeLimits): Promise<Part> {
  let part = body;
  for (const coding of codings.toReversed()) part = await decoders(() => decodeOne(part, coding, limits));
  return part;
}

async function decodeOne({ bytes, isWhole }: Part, coding: string, { maxBytes, mayCut, hold }: DecodeLimits): Promise<Part> {
  const decoder = (DECODERS[coding] as (typeof DECODERS)[string])(bytes, !isWhole);
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    decoder.end(bytes);
    // Leaving the loop destroys the decoder: nothing is decoded beyond the limit.
    for await (const piece of decoder as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > maxBytes && !mayCut) throw new BodyTooLargeError(maxBytes);
      hold(piece.length);
      pieces.push(piece);
      if (size > maxBytes) break;
    }
  } catch (error) {
    // Errors of zlib have a number.
    throw error instanceof Error && 'errno' in error ? new MalformedCodingError(coding) : error;
  }
  return { bytes: Buffer.concat(pieces, Math.min(size, maxBytes)), isWhole: isWhole && size <= maxBytes };
}
