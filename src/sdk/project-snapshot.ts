import type { Sql } from '../db/sql.ts';
import { type CompiledFlag, compileFlag, mayBeOn, personProperties } from '../domain/flag-evaluation.ts';
import { findPublishedState, listFlagDefinitions, listPublishedTours } from '../domain/published-project.ts';
import { deliverableTours, type Verdicts } from '../domain/tour/page-safety/deliverable.ts';
import { remoteConfig, remoteConfigScript } from './remote-config.ts';
import { Resource } from './resource.ts';
import { tourPayload } from './tour-payload.ts';

/** All that browsers are told about a project, ready to be sent. */
export interface ProjectSnapshot {
  projectId: number;
  /** Another text after each write: see findPublishedState. */
  state: string;
  tours: Resource;
  config: Resource;
  configScript: Resource;
  flags: readonly CompiledFlag[];
  /** The properties of a person that the flags may look at. */
  flagProperties: readonly string[];
  /** Which versions of tours browsers receive. */
  verdicts: Verdicts;
  /** About how many bytes of memory it takes. */
  size: number;
}

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
  const [published, definitions] = await Promise.all([listPublishedTours(sql, now.projectId), listFlagDefinitions(sql, now.projectId)]);
  const { tours, verdicts } = deliverableTours(published, known?.verdicts ?? new Map());
  const config = remoteConfig(token, { hasTours: tours.length > 0, hasFlags: definitions.some(mayBeOn) });
  const flags = definitions.map(compileFlag);
  const resources = {
    tours: new Resource('application/json', tourPayload(tours)),
    config: new Resource('application/json', JSON.stringify(config)),
    configScript: new Resource('application/javascript; charset=utf-8', remoteConfigScript(token, config)),
  };
  const size = Object.values(resources).reduce((sum, resource) => sum + resource.size, FLAG_FACTOR * JSON.stringify(definitions).length);
  return {
    ...now,
    ...resources,
    size,
    verdicts,
    flags,
    flagProperties: personProperties(flags),
  };
}
