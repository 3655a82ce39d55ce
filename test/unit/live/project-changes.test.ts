import { expect, it } from 'vitest';
import { createProjectChanges } from '../../../src/live/project-changes.ts';

/** Changes that nobody else announces. */
function changes() {
  const silent = async () => async () => {};
  return createProjectChanges({ listen: silent } as never, { start: silent } as never);
}

it('gives each change of a project a version that it has not had before', async () => {
  const { version, note } = await changes();
  const seen = new Set([version(1)]);
  for (let n = 0; n < 5; n++) {
    note([1, 2]);
    seen.add(version(1));
  }
  expect(seen.size).toBe(6);
  const before = version(2);
  note([1]);
  expect(version(2)).toBe(before);
});

it('counts all projects as changed when it remembers too many, and repeats no version', async () => {
  const { version, note } = await changes();
  note([1, 2]);
  const before = [version(1), version(2)];
  note(Array.from({ length: 60_000 }, (_, n) => n + 3));
  const after = [version(1), version(2)];
  for (const n of after) expect(n).toBeGreaterThan(Math.max(...before));
  note([1]);
  expect(version(1)).toBeGreaterThan(after[0] as number);
});
