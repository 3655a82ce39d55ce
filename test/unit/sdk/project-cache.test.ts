import { expect, it } from 'vitest';
import { RawJson } from '../../../src/json/raw-json.ts';
import { createProjectCache } from '../../../src/sdk/project-cache.ts';

const MB = 1024 * 1024;
const STEPS = new RawJson(JSON.stringify([{ id: 'a', contentHtml: 'x'.repeat(25 * MB) }]));

/** A database whose projects each show one tour of 25 MB. */
function largeProjects() {
  const loads: number[] = [];
  async function query({ name }: { name: string }, [value]: unknown[]): Promise<unknown[]> {
    if (name === 'find_published_state') return [{ projectId: Number(String(value).slice(4)), state: 'same' }];
    if (name !== 'list_published_tours') return [];
    loads.push(value as number);
    return [{ id: String(value), name: 'Large', type: 'tour', steps: STEPS, internalFlagKey: null }];
  }
  return { sql: { query } as never, loads };
}

it('keeps no more than 256 MB of projects, those that were asked for last', async () => {
  const { sql, loads } = largeProjects();
  const cache = createProjectCache({ sql }, { onChange: () => {} });
  const find = (id: number) => cache.find(`phc_${id}`);
  for (let id = 1; id <= 7; id++) await find(id);
  expect(loads).toEqual([1, 2, 3, 4, 5, 6, 7]);
  // Each counts three times, for its two compressed forms: three fit.
  for (const id of [5, 6, 7]) await find(id);
  expect(loads).toHaveLength(7);
  await find(1);
  expect(loads).toEqual([1, 2, 3, 4, 5, 6, 7, 1]);
});
