import type { Sql } from '../db/sql.ts';
import { mayBeOn, personProperties } from '../domain/flag-evaluation.ts';
import { findPublishedState, listFlagDefinitions, listPublishedTours } from '../domain/published-project.ts';
import { compileFlags, type FlagSet } from '../domain/targeting/flag-set.ts';
import type { Coding } from '../http/accept.ts';
import { CachedBody } from '../http/cached-body.ts';
import { remoteConfig, remoteConfigScript } from './remote-config.ts';
import { tourPayload } from './tour-payload.ts';

/** All that browsers are told about a project, ready to be sent. */
export interface ProjectSnapshot {
  projectId: number;
  /** Another text after each write: see findPublishedState. */
  state: string;
  tours: CachedBody;
  config: CachedBody;
  configScript: CachedBody;
  flags: FlagSet;
  /** The properties of a person that the flags may look at. */
  flagProperties: readonly string[];
  /** About how many bytes of memory it takes. */
  size: number;
}

/** These bodies are made after each publish and kept for each project: one compressed form is enough. */
const CODINGS: readonly Coding[] = ['gzip', 'identity'];

/** A parsed and compiled flag takes about so many times the length of its JSON. */
const FLAG_FACTOR = 10;

/**
 * The project of a token as it is now; the very same object when nothing has changed since. The state is read before what it stands for: what is written in
 * between shows at the next look.
 *
 * @returns null when no project has the token
 */
export async function loadProjectSnapshot(
  sql: Sql,
  token: string,
  known: ProjectSnapshot | null | undefined,
): Promise<ProjectSnapshot | null> {
  const now = await findPublishedState(sql, token);
  if (!now) return null;
  if (known?.state === now.state && known.projectId === now.projectId) return known;
  const [tours, definitions] = await Promise.all([listPublishedTours(sql, now.projectId), listFlagDefinitions(sql, now.projectId)]);
  const config = remoteConfig(token, { hasTours: tours.length > 0, hasFlags: definitions.some(mayBeOn) });
  const flags = compileFlags(definitions);
  const resources = {
    tours: new CachedBody('application/json', tourPayload(tours), CODINGS),
    config: new CachedBody('application/json', JSON.stringify(config), CODINGS),
    configScript: new CachedBody('application/javascript; charset=utf-8', remoteConfigScript(token, config), CODINGS),
  };
  const size = Object.values(resources).reduce((sum, resource) => sum + resource.size, FLAG_FACTOR * JSON.stringify(definitions).length);
  return {
    ...now,
    ...resources,
    size,
    flags,
    flagProperties: personProperties(flags.flags),
  };
}
