import { describe, expect, it } from 'vitest';
import { includesTag, readTags } from '../../../src/http/entity-tag.ts';

describe('entity tags', () => {
  it.each([
    '"4-abc"',
    'W/"4-abc"',
    '"4-abc-gzip"',
    '"4-abc--gzip"',
    '"4-abc;gzip"',
    'W/"4-abc;br"',
    '"4-abc-br"',
    '"1", "4-abc"',
    ' W/"x" ,W/"4-abc" ',
    '*',
  ])('%s names "4-abc"', (header) => {
    expect(includesTag(header, '"4-abc"')).toBe(true);
  });

  it.each([undefined, '', '4-abc', '"4"', '"4-abcd"', '"4-abc-zip"', 'w/"4-abc"', '"W/4-abc"', '"4-ab", "c"'])(
    '%s does not name "4-abc"',
    (header) => {
      expect(includesTag(header, '"4-abc"')).toBe(false);
    },
  );

  it('that end like a coding, or with a hyphen, are still known', () => {
    for (const tag of ['abc-gzip', 'abc-', 'abc--']) {
      expect(includesTag(`"${tag}"`, `"${tag}"`), tag).toBe(true);
      for (const suffix of ['-gzip', '--gzip', ';gzip']) expect(includesTag(`W/"${tag}${suffix}"`, `"${tag}"`), tag + suffix).toBe(true);
    }
  });

  it('are read without the mark of weak tags', () => {
    expect(readTags('W/"1-a", "2-b", *')).toEqual(['"1-a"', '"2-b"', '*']);
    expect(readTags(undefined)).toEqual(['']);
  });
});
