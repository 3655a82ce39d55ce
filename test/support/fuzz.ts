import { inject } from 'vitest';
import type { TestApp } from './app.ts';
import type { RestTours } from './rest-tours.ts';
import { TOUR_TABLES } from './rows.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether this is `npm run test:soak`: chaos and fuzzing at full length. */
    isSoak: boolean;
  }
}

/** How many random requests are sent to each API. */
export const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? (inject('isSoak') ? 20_000 : 500));

/** In milliseconds, on a machine that has other things to do. */
export const FUZZ_TIMEOUT = 60_000 + FUZZ_RUNS * 150;

/** Three tours at different points of their life, and nothing else: few rows make quick checksums. @returns their ids */
export async function fewTours({ app }: TestApp, tours: RestTours, flagId: number): Promise<string[]> {
  const tables = TOUR_TABLES.filter((table) => table !== 'feature_flags');
  // Not TRUNCATE, which would take the keys along: they may name a tour.
  for (const table of tables) await app.db.sql.query(`DELETE FROM ${table}`);
  await app.db.sql.query('DELETE FROM feature_flags WHERE id <> $1', [flagId]);
  const asks = { steps: [{ type: 'survey', survey: { questionText: 'Why?' } }] };
  return [
    (await tours.create()).id,
    (await tours.create({ auto_launch: true, start_date: '2024-01-01', content: asks, linked_flag_id: flagId })).id,
    (await tours.create({ archived: true })).id,
  ];
}
