import { expect, it } from 'vitest';
import { isEmptyJson } from '../../../src/json/emptiness.ts';

it('takes null, false, zero, an empty text, list or object for empty, and an absent value too', () => {
  for (const empty of [undefined, null, false, 0, '', [], {}]) expect(isEmptyJson(empty)).toBe(true);
});

it('takes everything else for something', () => {
  for (const something of [true, 1, -1, ' ', '0', [null], { a: undefined }]) expect(isEmptyJson(something)).toBe(false);
});
