import { LRUCache } from 'lru-cache';
import type { Database } from '../db/database.ts';
import { ACCESS_CHANNEL } from '../domain/authentication.ts';
import { FLAG_CHANNEL } from '../domain/published-project.ts';
import { parseAccessChange } from '../live/access-change.ts';
import type { WakeUps } from '../live/wake-up.ts';
import { createFresh, type Fresh } from './fresh.ts';
import { loadProjectSnapshot, type ProjectSnapshot } from './project-snapshot.ts';

/** How long a node may go on with what it knows without asking, in milliseconds: notifications may be lost. */
const MAX_AGE_MS = 1000;

/** Projects beyond this push out the one that has been quiet longest. */
const MAX_PROJECTS = 1000;

/** Wrong tokens that are remembered, so that one which is tried over and over costs one query a second. */
const MAX_WRONG_TOKENS = 10_000;

export interface ProjectCache {
  /** The project of a public token; null when there is none. */
  find(token: string): Promise<ProjectSnapshot | null>;
  close(): Promise<void>;
}

/** Projects as browsers see them, made once for each change. Every write to a tour, a flag or a token is heard of, whichever node made it. */
export async function createProjectCache(db: Pick<Database, 'sql' | 'listen'>, wakeUps: WakeUps): Promise<ProjectCache> {
  const projects = new LRUCache<string, Fresh<ProjectSnapshot | null>>({ max: MAX_PROJECTS });
  const wrong = new LRUCache<string, true>({ max: MAX_WRONG_TOKENS, ttl: MAX_AGE_MS });

  function entry(token: string): Fresh<ProjectSnapshot | null> {
    const known = projects.get(token);
    if (known) return known;
    const made = createFresh<ProjectSnapshot | null>((before) => loadProjectSnapshot(db.sql, token, before), MAX_AGE_MS);
    projects.set(token, made);
    return made;
  }

  /** One that is being loaded for the first time may be the project's as well. */
  function expire(projectId: number): void {
    wrong.clear();
    for (const project of projects.values()) if ((project.peek()?.projectId ?? projectId) === projectId) project.expire();
  }

  function expireAll(): void {
    wrong.clear();
    for (const project of projects.values()) project.expire();
  }

  function onAccessChange(payload: string): void {
    const change = parseAccessChange(payload);
    if (!change) expireAll();
    else if ('projectId' in change) expire(change.projectId);
  }

  const stops = await Promise.all([
    wakeUps.start(expire, expireAll),
    db.listen(FLAG_CHANNEL, (projectId) => expire(Number(projectId)), expireAll),
    db.listen(ACCESS_CHANNEL, onAccessChange, expireAll),
  ]);

  return {
    async find(token) {
      if (!token.startsWith('phc_') || wrong.has(token)) return null;
      const project = await entry(token).get();
      if (!project) {
        projects.delete(token);
        wrong.set(token, true);
      }
      return project;
    },
    async close() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}
