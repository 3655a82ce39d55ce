import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { ProjectChanges } from '../live/project-changes.ts';
import type { Answer } from './answer.ts';
import { isKnown } from './etag.ts';
import type { Action } from './route.ts';

/** How long a tag counts as current when nothing is heard, in milliseconds: what changes announce may be lost. */
const MAX_AGE_MS = 1000;

/** Tags beyond this push out the one that was asked for longest ago: some 5 MB. */
const MAX_TAGS = 20_000;

/** The reads that editors repeat until something has changed. */
const POLLED: ReadonlySet<Action> = new Set(['retrieve', 'draft_status']);

interface Place {
  action: Action;
  projectId: number;
  itemId: string;
  headers: IncomingHttpHeaders;
}

/** The tags that this node gave last, so that a client whose state is still the current one hears so without a look into the database. */
export interface KnownTags {
  /** The 304 for a client that has the current state; else what `read` answers, whose tag is remembered. */
  answer(place: Place, read: () => Promise<Answer>): Promise<Answer>;
}

export function createKnownTags(changes: Pick<ProjectChanges, 'version'>): KnownTags {
  const tags = new LRUCache<string, { etag: string; version: number; readAt: number }>({ max: MAX_TAGS });

  return {
    async answer({ action, projectId, itemId, headers }, read) {
      if (!POLLED.has(action)) return read();
      const version = changes.version(projectId);
      const place = `${action} ${projectId} ${itemId}`;
      const now = performance.now();
      const known = tags.get(place);
      const isCurrent = known !== undefined && known.version === version && now - known.readAt < MAX_AGE_MS;
      if (isCurrent && isKnown(headers['if-none-match'], known.etag))
        return { status: 304, headers: { etag: known.etag }, body: undefined };
      const answer = await read();
      const { etag } = answer.headers;
      // The version from before the read: whatever is heard of meanwhile makes this tag old.
      if (etag !== undefined) tags.set(place, { etag, version, readAt: now });
      return answer;
    },
  };
}
