import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ValidationError } from '../../../src/domain/errors.ts';
import { decodeCursor, encodeCursor } from '../../../src/live/cursor.ts';

const topics = fc.record({ projectId: fc.integer({ min: 1, max: 2 ** 31 - 1 }), tourId: fc.option(fc.uuid()) });
const positions = fc.record({ sequence: fc.maxSafeNat(), revision: fc.nat() });

it('takes back every position that it has given out', () => {
  fc.assert(
    fc.property(topics, positions, (topic, position) => {
      const expected = topic.tourId === null ? { ...position, revision: 0 } : position;
      const cursor = encodeCursor(topic, position);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(topic, cursor)).toEqual(expected);
    }),
  );
});

it('refuses a cursor of another feed', () => {
  fc.assert(
    fc.property(topics, topics, positions, (topic, other, position) => {
      fc.pre(topic.projectId !== other.projectId || topic.tourId !== other.tourId);
      expect(() => decodeCursor(other, encodeCursor(topic, position))).toThrow(/^after: This cursor belongs to /);
    }),
  );
});

it('refuses every other text as not a cursor', () => {
  const topic = { projectId: 1, tourId: null };
  const fields = fc.array(fc.oneof(fc.constant(1), fc.integer(), fc.double(), fc.string(), fc.constant(null)), { maxLength: 6 });
  const encoded = fc
    .oneof(
      fc.json(),
      fields.map((list) => JSON.stringify([1, 1, ...list])),
    )
    .map((text) => Buffer.from(text).toString('base64url'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), encoded), (text) => {
      try {
        // What is taken is the only text for its position.
        expect(encodeCursor(topic, decodeCursor(topic, text))).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ValidationError);
        expect((error as ValidationError).fields).toMatchObject([{ path: 'after' }]);
      }
    }),
    { numRuns: 2000 },
  );
});

it('refuses a cursor with something added to it', () => {
  const topic = { projectId: 1, tourId: null };
  const cursor = encodeCursor(topic, { sequence: 7, revision: 0 });
  const spaced = Buffer.from('[1, 1, 7]').toString('base64url');
  const texts = ['', ` ${cursor}`, `${cursor}=`, `${cursor}\n`, cursor.slice(1), spaced, 'A'.repeat(10_000_000)];
  for (const text of texts) expect(() => decodeCursor(topic, text)).toThrow('This is not a cursor.');
});
