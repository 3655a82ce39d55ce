import { describe, expect, it } from 'vitest';
import { isTargetingActive, tourStatus } from '../../../../src/domain/tour/lifecycle.ts';

const now = new Date('2026-11-23T12:00:00.500Z');
const past = '2026-11-23T12:00:00Z';
const future = '2026-11-23T12:00:01Z';
const tour = { startDate: null, endDate: null, archived: false };

describe('the status of a tour', () => {
  it('is archived whatever its dates', () => {
    for (const startDate of [null, past, future]) expect(tourStatus({ startDate, endDate: past, archived: true }, now)).toBe('ARCHIVED');
  });

  it('is draft without a start, even with an end', () => {
    expect(tourStatus(tour, now)).toBe('DRAFT');
    expect(tourStatus({ ...tour, endDate: past }, now)).toBe('DRAFT');
  });

  it('is scheduled before its start, running from it on, and stopped from its end on', () => {
    expect(tourStatus({ ...tour, startDate: future }, now)).toBe('SCHEDULED');
    expect(tourStatus({ ...tour, startDate: past }, now)).toBe('RUNNING');
    expect(tourStatus({ ...tour, startDate: past, endDate: future }, now)).toBe('RUNNING');
    expect(tourStatus({ ...tour, startDate: past, endDate: past }, now)).toBe('STOPPED');
  });

  it('is stopped when it ended before it started', () => {
    expect(tourStatus({ ...tour, startDate: future, endDate: past }, now)).toBe('STOPPED');
  });

  it('changes at the very microsecond', () => {
    expect(tourStatus({ ...tour, startDate: '2026-11-23T12:00:00.500Z' }, now)).toBe('RUNNING');
    expect(tourStatus({ ...tour, startDate: '2026-11-23T12:00:00.500000Z' }, now)).toBe('RUNNING');
    expect(tourStatus({ ...tour, startDate: '2026-11-23T12:00:00.500001Z' }, now)).toBe('SCHEDULED');
    expect(tourStatus({ ...tour, startDate: '2026-11-23T12:00:00.499999Z' }, now)).toBe('RUNNING');
    expect(tourStatus({ ...tour, startDate: past, endDate: '2026-11-23T12:00:00.500000Z' }, now)).toBe('STOPPED');
    expect(tourStatus({ ...tour, startDate: past, endDate: '2026-11-23T12:00:00.500100Z' }, now)).toBe('RUNNING');
  });

  it('understands other offsets', () => {
    expect(tourStatus({ ...tour, startDate: '2026-11-23T14:00:00.500001+02:00' }, now)).toBe('SCHEDULED');
    expect(tourStatus({ ...tour, startDate: '2026-11-23T14:00:00+02:00' }, now)).toBe('RUNNING');
  });
});

describe('the internal flag', () => {
  it('is active for a started tour without an end that is not archived, whenever that is', () => {
    expect(isTargetingActive({ ...tour, startDate: past })).toBe(true);
    expect(isTargetingActive({ ...tour, startDate: future })).toBe(true);
    expect(isTargetingActive(tour)).toBe(false);
    expect(isTargetingActive({ ...tour, startDate: past, endDate: future })).toBe(false);
    expect(isTargetingActive({ ...tour, startDate: past, archived: true })).toBe(false);
  });
});
