import DataLoader from 'dataloader';
import type { Deps } from '../domain/deps.ts';
import { type FeatureFlag, findFlagsById } from '../domain/flag.ts';
import { type FlagDefinition, findFlagDefinitions } from '../domain/published-project.ts';
import { findSurveysById, type Survey } from '../domain/survey.ts';
import { findUsersById, type User } from '../domain/user.ts';

/** Look-ups of rows that are named inside JSON or by an event, so that no join can bring them. */
export interface Loaders {
  user: DataLoader<number, User | null>;
  flag: DataLoader<number, FeatureFlag | null>;
  /** Flags as they are evaluated. */
  flagDefinition: DataLoader<number, FlagDefinition | null>;
  survey: DataLoader<string, Survey | null>;
}

/** They batch but do not remember: a subscription's context must not show yesterday's rows. */
export function createLoaders(deps: Deps): Loaders {
  return {
    user: batching((ids) => findUsersById(deps, ids)),
    flag: batching((ids) => findFlagsById(deps, ids)),
    flagDefinition: batching((ids) => findFlagDefinitions(deps.db.sql, ids)),
    survey: batching((ids) => findSurveysById(deps, ids)),
  };
}

function batching<Key, Row extends { id: Key }>(find: (keys: Key[]) => Promise<Row[]>): DataLoader<Key, Row | null> {
  return new DataLoader<Key, Row | null>(
    async (keys) => {
      const rows = new Map((await find([...new Set(keys)])).map((row) => [row.id, row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { cache: false },
  );
}
