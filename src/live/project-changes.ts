import type { Database } from '../db/database.ts';
import { ACCESS_CHANNEL } from '../domain/authentication.ts';
import { FLAG_CHANNEL } from '../domain/published-project.ts';
import { parseAccessChange } from './access-change.ts';
import type { WakeUps } from './wake-up.ts';

/** Hears of each write to a project's tours, flags, members or token, whichever node made it. What was announced may be lost. */
export interface ProjectChanges {
  /** Another number after each change that this node has heard of, or made. */
  version(projectId: number): number;
  /** For what this node has written itself: its word comes back from the database only after the answer may have gone out. */
  note(projectIds: readonly number[]): void;
  /** @param listener is given the project; null: any may have changed. It must not throw */
  onChange(listener: (projectId: number | null) => void): void;
  close(): Promise<void>;
}

/** Projects whose changes are remembered one by one: some 5 MB. Beyond it, all count as changed, and the map begins anew. */
const MAX_PROJECTS = 50_000;

export async function createProjectChanges(db: Pick<Database, 'listen'>, wakeUps: WakeUps): Promise<ProjectChanges> {
  const listeners: ((projectId: number | null) => void)[] = [];
  /** The number of the last change of each project. */
  const changes = new Map<number, number>();
  let lastChange = 0;
  let lastChangeOfAll = 0;

  function change(projectId: number): void {
    if (changes.size >= MAX_PROJECTS && !changes.has(projectId)) changeAll();
    lastChange += 1;
    changes.set(projectId, lastChange);
    for (const listener of listeners) listener(projectId);
  }

  function changeAll(): void {
    lastChange += 1;
    lastChangeOfAll = lastChange;
    changes.clear();
    for (const listener of listeners) listener(null);
  }

  function onAccessChange(payload: string): void {
    const changed = parseAccessChange(payload);
    if (changed && 'projectId' in changed) change(changed.projectId);
    // A user's name stands in the tours of many projects; what keys may open changes nothing that is shown.
    else if (!changed || 'userId' in changed) changeAll();
  }

  const stops = await Promise.all([
    wakeUps.start(change, changeAll),
    db.listen(FLAG_CHANNEL, (projectId) => change(Number(projectId)), changeAll),
    db.listen(ACCESS_CHANNEL, onAccessChange, changeAll),
  ]);

  return {
    version: (projectId) => changes.get(projectId) ?? lastChangeOfAll,
    note: (projectIds) => projectIds.forEach(change),
    onChange: (listener) => void listeners.push(listener),
    async close() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}
