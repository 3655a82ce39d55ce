import { randomBytes } from 'node:crypto';
import { stringifyWithMarkers } from './raw-json.ts';

// 144 random bits for each process: no text that a client can store will ever hold it.
const PREFIX = `raw:${randomBytes(18).toString('base64url')}:`;
const QUOTED = `"${PREFIX}`;

/** Like `JSON.stringify`, but the text of each RawJson goes into the output as it is, neither parsed nor printed again. */
export function stringify(value: unknown): string {
  const { text, raws } = stringifyWithMarkers(value, PREFIX);
  if (raws.length === 0) return text;
  let out = '';
  let from = 0;
  for (let n = 0; n < raws.length; n++) {
    const at = text.indexOf(QUOTED, from);
    out += text.slice(from, at) + raws[n];
    from = at + QUOTED.length + String(n).length + 1;
  }
  return out + text.slice(from);
}
