/** How deep lists and objects may stand inside each other in JSON that clients send. The original of the REST API gives up at about the same depth. */
export const MAX_JSON_DEPTH = 1000;

/** How many values JSON that clients send may hold, lists and objects included. A value can cost a hundred times its bytes, so the size of a body is no bound. */
export const MAX_JSON_VALUES = 250_000;

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'"\\,[]{}'].map((character) =>
  character.charCodeAt(0),
);

const TOO_DEEP = `nested deeper than ${MAX_JSON_DEPTH} levels`;
const TOO_MANY = `made of more than ${MAX_JSON_VALUES} values`;

/**
 * The limit that a JSON text exceeds, in words that follow "is"; null: none. It takes time linear to the text, and none for short texts. The text need not be
 * valid.
 */
export function excessOf(text: string): string | null {
  if (text.length <= MAX_JSON_DEPTH) return null;
  let depth = 0;
  let values = 1;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > MAX_JSON_DEPTH) return TOO_DEEP;
      if (++values > MAX_JSON_VALUES) return TOO_MANY;
    } else if (code === COMMA) {
      if (++values > MAX_JSON_VALUES) return TOO_MANY;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return null;
}
