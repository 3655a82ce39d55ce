import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Deps } from '../domain/deps.ts';

/** What use cases need of the outside world when commands run them: no analytics, and no texts of a language model. */
export function commandDeps({ retentionDays, maxContentBytes }: Config, db: Database): Deps {
  return { db, clock: () => new Date(), contentWriter: null, capture: () => {}, retentionDays, maxContentBytes };
}
