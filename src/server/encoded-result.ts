import { randomBytes } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { stringify } from '../json/stringify.ts';

const texts = new WeakMap<ExecutionResult, string>();

/** A result as JSON, printed once however many get it. */
export function encodeResult(result: ExecutionResult): string {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const text = stringify(result);
  texts.set(result, text);
  return text;
}

// 144 random bits for each process: nothing that a client can send will ever hold it.
const PLACE = randomBytes(18).toString('base64url');
const END = `"${PLACE}"}`;

/** The text whose place was printed last; null when it has been put there. */
let pending: string | null = null;

/** A result for graphql-ws, which prints each message by itself: it prints a place instead, and `fillPlace` puts the result there. */
export class ResultPlace {
  readonly #text: string;

  constructor(result: ExecutionResult) {
    this.#text = encodeResult(result);
  }

  toJSON(): string {
    pending = this.#text;
    return PLACE;
  }
}

/** Completes a message of graphql-ws. To be called with each, right after it was printed. */
export function fillPlace(message: string): string {
  const text = pending;
  pending = null;
  return text !== null && message.endsWith(END) ? `${message.slice(0, -END.length)}${text}}` : message;
}
