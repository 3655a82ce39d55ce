import { LRUCache } from 'lru-cache';
import { PROJECT_TOKEN } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { ProjectChanges } from '../live/project-changes.ts';
import { createFresh, type Fresh } from './fresh.ts';
import { loadProjectSnapshot, type ProjectSnapshot } from './project-snapshot.ts';

/** How long a node may go on with what it knows without asking, in milliseconds: notifications may be lost. */
const MAX_AGE_MS = 1000;

/** Projects beyond this push out the one that has been quiet longest. */
const MAX_PROJECTS = 1000;

/** What these projects take in memory, in bytes: beyond this, too, the one that has been quiet longest is pushed out. */
const MAX_BYTES = 256 * 1024 * 1024;

/** The largest project counts as so many bytes, so that it does not push out all others. */
const MAX_BYTES_OF_PROJECT = MAX_BYTES / 2;

/** What an entry takes besides its project, in bytes. */
const ENTRY_BYTES = 1024;

/** Wrong tokens that are remembered, so that one which is tried over and over costs one query a second. */
const MAX_WRONG_TOKENS = 10_000;

export interface ProjectCache {
  /** The project of a public token; null when there is none. */
  find(token: string): ProjectSnapshot | null | Promise<ProjectSnapshot | null>;
}

/** Projects as browsers see them, made once for each change. */
export function createProjectCache({ sql }: Pick<Database, 'sql'>, changes: Pick<ProjectChanges, 'onChange'>): ProjectCache {
  const projects = new LRUCache<string, Fresh<ProjectSnapshot | null>>({ max: MAX_PROJECTS, maxSize: MAX_BYTES });
  const wrong = new LRUCache<string, true>({ max: MAX_WRONG_TOKENS, ttl: MAX_AGE_MS });

  function entry(token: string): Fresh<ProjectSnapshot | null> {
    const known = projects.get(token);
    if (known) return known;
    const made = createFresh<ProjectSnapshot | null>((before) => load(token, before), MAX_AGE_MS);
    projects.set(token, made, { size: ENTRY_BYTES });
    return made;
  }

  async function load(token: string, before: ProjectSnapshot | null | undefined): Promise<ProjectSnapshot | null> {
    const snapshot = await loadProjectSnapshot(sql, token, before);
    const known = projects.peek(token);
    if (known && snapshot && snapshot !== before) {
      // The size of an entry is only read when it is new.
      projects.delete(token);
      projects.set(token, known, { size: Math.min(MAX_BYTES_OF_PROJECT, ENTRY_BYTES + snapshot.size) });
    }
    return snapshot;
  }

  changes.onChange((projectId) => {
    wrong.clear();
    for (const project of projects.values()) {
      // One that is being loaded for the first time may be the project's as well.
      if (projectId === null || (project.peek()?.projectId ?? projectId) === projectId) project.expire();
    }
  });

  /** Null once it is known that no project has the token. */
  function rememberMiss(token: string, project: ProjectSnapshot | null): ProjectSnapshot | null {
    if (project) return project;
    projects.delete(token);
    wrong.set(token, true);
    return null;
  }

  return {
    find(token) {
      // What no project can have is neither looked for nor remembered: it may be large, and hold what the database does not take.
      if (!PROJECT_TOKEN.test(token) || wrong.has(token)) return null;
      const project = entry(token).get();
      return project instanceof Promise ? project.then((found) => rememberMiss(token, found)) : rememberMiss(token, project);
    },
  };
}
