import { isObject } from '../json/json-object.ts';

/** A message that may name its document instead of containing it. Others need not be parsed twice. */
const NAMES_DOCUMENT = /"(?:documentId|persistedQuery)"/;

/**
 * A message of the client, with an empty `query` where a `subscribe` message names its document and has none:
 * graphql-ws closes the socket for a message without `query`, which its protocol requires.
 */
export function withQuery(text: string): string {
  if (!NAMES_DOCUMENT.test(text)) return text;
  const message = tryParse(text);
  if (!isObject(message) || message.type !== 'subscribe' || !isObject(message.payload) || message.payload.query != null) return text;
  return JSON.stringify({ ...message, payload: { ...message.payload, query: '' } });
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
