import DataLoader from 'dataloader';
import type { Deps } from '../domain/deps.ts';
import { NotFoundError } from '../domain/errors.ts';
import { findPersonProperties } from '../domain/events/stored-person.ts';
import { type FeatureFlag, findFlagsById } from '../domain/flag.ts';
import { findPreviewTokens } from '../domain/preview-token.ts';
import { type FlagDefinition, findFlagDefinitions, listFlagDefinitions } from '../domain/published-project.ts';
import { findSurveysById, type Survey } from '../domain/survey.ts';
import { findEnvironments, type TourEnvironment } from '../domain/tour/environment.ts';
import { findVersionContents } from '../domain/tour/find-versions.ts';
import { findScheduledPublishes, type ScheduledPublish } from '../domain/tour/schedule.ts';
import { findTourStats, type TourAndRange, type TourStats } from '../domain/tour/stats.ts';
import { findUsersById, type User } from '../domain/user.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import type { JsonObject } from '../json/json-object.ts';
import type { RawJson } from '../json/raw-json.ts';

/** Look-ups of rows that are named inside JSON or by an event, so that no join can bring them. */
export interface Loaders {
  user: DataLoader<number, User | null>;
  flag: DataLoader<number, FeatureFlag | null>;
  /** Flags as they are evaluated. */
  flagDefinition: DataLoader<number, FlagDefinition | null>;
  /** Every flag of a project, as they are evaluated. */
  projectFlags: DataLoader<number, FlagDefinition[]>;
  survey: DataLoader<string, Survey | null>;
  /** The contents of versions that the caller may see. */
  versionContent: DataLoader<string, RawJson>;
  /** What tours are published as in other projects, whether or not the caller may see those. */
  tourEnvironments: DataLoader<string, TourEnvironment[]>;
  /** By the id of a tour that the caller may see. */
  scheduledPublish: DataLoader<string, ScheduledPublish | null>;
  /** What is counted of tours that the caller may see. */
  tourStats: DataLoader<TourAndRange, TourStats>;
  /** The preview tokens of tours that the caller may see. */
  previewTokens: DataLoader<string, PersonalApiKey[]>;
  /** What is stored of a person; of somebody who is not known, nothing. */
  personProperties: DataLoader<PersonKey, JsonObject>;
}

interface PersonKey {
  projectId: number;
  distinctId: string;
}

/** They batch but do not remember: a subscription's context must not show yesterday's rows. */
export function createLoaders(deps: Deps): Loaders {
  return {
    user: batching((ids) => findUsersById(deps, ids)),
    flag: batching((ids) => findFlagsById(deps.db.sql, ids)),
    flagDefinition: batching((ids) => findFlagDefinitions(deps.db.sql, ids)),
    projectFlags: new DataLoader((ids) => readProjectFlags(deps, ids), { cache: false }),
    survey: batching((ids) => findSurveysById(deps, ids)),
    versionContent: new DataLoader((ids) => readContents(deps, ids), { cache: false }),
    tourEnvironments: new DataLoader((ids) => findEnvironments(deps, ids), { cache: false }),
    scheduledPublish: batching(async (ids) => (await findScheduledPublishes(deps.db.sql, ids)).map((row) => ({ ...row, id: row.tourId }))),
    personProperties: new DataLoader((keys) => readPersons(deps, keys), { cache: false }),
    previewTokens: new DataLoader((tourIds) => readPreviewTokens(deps, tourIds), { cache: false }),
    tourStats: new DataLoader((wanted) => findTourStats(deps, wanted), { cache: false }),
  };
}

/** A page of tours is of one project. */
function readProjectFlags({ db }: Deps, ids: readonly number[]): Promise<FlagDefinition[][]> {
  const reads = new Map([...new Set(ids)].map((id) => [id, listFlagDefinitions(db.sql, id)]));
  return Promise.all(ids.map((id) => reads.get(id) ?? []));
}

async function readPreviewTokens(deps: Deps, tourIds: readonly string[]): Promise<PersonalApiKey[][]> {
  const tokens = await findPreviewTokens(deps, tourIds);
  return tourIds.map((id) => tokens.filter(({ previewTourId }) => previewTourId === id));
}

/** Of a version that was deleted meanwhile, an error. */
async function readContents({ db }: Deps, ids: readonly string[]): Promise<(RawJson | Error)[]> {
  const contents = new Map((await findVersionContents(db.sql, ids)).map(({ id, content }) => [id, content]));
  return ids.map((id) => contents.get(id) ?? new NotFoundError());
}

/** One statement for each person: a page of tours is about one and the same. */
function readPersons({ db }: Deps, keys: readonly PersonKey[]): Promise<JsonObject[]> {
  const reads = new Map<string, Promise<JsonObject>>();
  return Promise.all(
    keys.map(({ projectId, distinctId }) => {
      const name = `${projectId} ${distinctId}`;
      const read = reads.get(name) ?? findPersonProperties(db.sql, projectId, distinctId, null);
      reads.set(name, read);
      return read;
    }),
  );
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
