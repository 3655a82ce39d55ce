import { expect, it } from 'vitest';
import { readAnswer } from '../../../src/writers/answer.ts';

/** A model that never stops. */
async function* endless(counts: { pieces: number }) {
  yield { choices: [{ delta: { content: '{"steps": [{"index": 0, "title": "A title", "description": "' } }] };
  for (; ; counts.pieces++) yield { choices: [{ delta: { content: 'x'.repeat(10_000) } }] };
}

it('reads no more than a million characters of an answer', async () => {
  const counts = { pieces: 0 };
  await expect(readAnswer(endless(counts)).next()).rejects.toThrow('longer than 1000000 characters');
  expect(counts.pieces).toBeLessThan(101);
});
