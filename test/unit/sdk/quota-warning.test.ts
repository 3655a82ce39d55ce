import { expect, it } from 'vitest';
import { createQuotaWarning } from '../../../src/sdk/quota-warning.ts';

it('warns once an hour for each project and quota', () => {
  let now = new Date('2026-11-23T10:00:00Z');
  const warnings: object[] = [];
  const warn = createQuotaWarning(
    () => now,
    (details) => warnings.push(details),
  );
  for (let n = 0; n < 3; n++) {
    warn(1, 'events');
    warn(1, 'persons');
    warn(2, 'events');
  }
  expect(warnings).toEqual([
    { projectId: 1, quotaLimited: 'events' },
    { projectId: 1, quotaLimited: 'persons' },
    { projectId: 2, quotaLimited: 'events' },
  ]);
  now = new Date('2026-11-23T11:00:00Z');
  warn(1, 'events');
  expect(warnings).toHaveLength(4);
});
