import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/domain/events/captured-event.ts';
import { createRepeatedReports } from '../../../src/sdk/repeated-reports.ts';

const TOUR_ID = '497f6eca-6276-4993-bfeb-53cbbbba6f08';

function report(changes: Partial<CapturedEvent> = {}, properties: object = {}): CapturedEvent {
  return {
    projectId: 1,
    id: 'an id',
    name: 'product tour step selector failed',
    distinctId: 'ada',
    occurredAt: new Date('2026-12-01T10:00:00Z'),
    anonymousId: null,
    set: {},
    setOnce: {},
    unset: [],
    tour: { tourId: TOUR_ID, surveyId: null, properties: { $product_tour_step_id: 'one', ...properties } },
    ...changes,
  };
}

describe('repeated reports of a missing element', () => {
  it('are left out once one was written', () => {
    const reports = createRepeatedReports();
    const first = report();
    expect(reports.leaveOut([first])).toEqual([first]);
    reports.remember([first]);
    expect(reports.leaveOut([report({ id: 'another id' })])).toEqual([]);
  });

  it.each([
    ['another person', report({ distinctId: 'grace' })],
    ['another project', report({ projectId: 2 })],
    ['another day', report({ occurredAt: new Date('2026-12-02T00:00:00Z') })],
    ['another step', report({}, { $product_tour_step_id: 'two' })],
    ['another fault', report({}, { $product_tour_error: 'multiple_matches' })],
    ['a change of the person', report({ set: { plan: 'pro' } })],
    ['another event', report({ name: 'product tour step shown' })],
  ])('are not those of %s', (_, other) => {
    const reports = createRepeatedReports();
    reports.remember([report()]);
    expect(reports.leaveOut([other])).toEqual([other]);
    reports.remember([other]);
    expect(reports.leaveOut([other])).toEqual(other.name.endsWith('failed') && !('plan' in other.set) ? [] : [other]);
  });
});
