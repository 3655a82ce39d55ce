import type { Database } from '../db/database.ts';
import type { Capture } from './analytics.ts';
import type { ContentWriter } from './tour/content-writer.ts';

/** What every use case gets: the outside world, as plain values that a test may replace. */
export interface Deps {
  db: Database;
  clock: () => Date;
  /** Null: none is set up. */
  contentWriter: ContentWriter | null;
  capture: Capture;
  /** For how long deleted tours can be brought back. */
  retentionDays: number;
  /** The largest content of a tour, in bytes of its JSON. */
  maxContentBytes: number;
}
