import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tourType } from '../../../../../src/domain/tour/content/tour-type.ts';
import { SAMPLE_TOURS } from '../../../../support/tours.ts';
import { anyJson } from '../../../json/arbitrary-json.ts';
import { anyContent } from '../arbitrary-content.ts';

it('tells tours, announcements and banners apart', () => {
  expect(SAMPLE_TOURS.map(({ content }) => tourType(content))).toEqual(['TOUR', 'ANNOUNCEMENT', 'BANNER', 'TOUR', 'TOUR', 'TOUR']);
  expect(tourType({ type: 'tour', steps: [{ type: 'banner' }] })).toBe('TOUR');
});

it('takes an announcement without a readable step for an announcement, and other content for a tour', () => {
  for (const steps of [undefined, null, [], [null, { type: 'banner' }], { 0: { type: 'banner' } }]) {
    expect(tourType({ type: 'announcement', steps })).toBe('ANNOUNCEMENT');
  }
  for (const content of [null, undefined, [], 'announcement', {}, { type: 1 }]) expect(tourType(content)).toBe('TOUR');
});

it('knows a type for any JSON', () => {
  fc.assert(
    fc.property(fc.oneof(anyContent, anyJson), (content) => {
      expect(['TOUR', 'ANNOUNCEMENT', 'BANNER']).toContain(tourType(content));
    }),
  );
});
