import { describe, expect, it } from 'vitest';
import { includesTag, readTags, withoutCoding } from '../../../src/http/entity-tag.ts';

describe('entity tags', () => {
  it.each(['"4-abc"', 'W/"4-abc"', '"4-abc-gzip"', '"4-abc--gzip"', '"4-abc;gzip"', 'W/"4-abc;br"', '"4-abc-br"', '"1", "4-abc"', ' W/"x" ,W/"4-abc" ', '*'])(
    '%s names "4-abc"',
    (header) => {
      expect(includesTag(header, '"4-abc"')).toBe(true);
    },
  );

  it.each([undefined, '', '4-abc', '"4"', '"4-abcd"', '"4-abc-zip"', 'w/"4-abc"', '"W/4-abc"', '"4-ab", "c"'])('%s does not name "4-abc"', (header) => {
    expect(includesTag(header, '"4-abc"')).toBe(false);
  });

  it('that end like a coding by themselves are still known', () => {
    expect(includesTag('"abc-gzip"', '"abc-gzip"')).toBe(true);
    expect(includesTag('W/"abc-gzip-gzip"', '"abc-gzip"')).toBe(true);
  });

  it('are read without the mark of weak tags and without codings', () => {
    expect(readTags('W/"1-a", "2-b;gzip"').map(withoutCoding)).toEqual(['"1-a"', '"2-b"']);
  });
});
