import { LRUCache } from 'lru-cache';
import type { Database } from '../db/database.ts';
import type { Statement } from '../db/sql.ts';
import { type Actor, isExpired } from './actor.ts';
import { type CredentialKind, hashSecret, type Rejection } from './credential.ts';
import { OPENING } from './opening.ts';
import { ACTING_USER } from './user-actor.ts';

/** How long a node may go on with what it knows of a key. A change of access also arrives as a notification, sooner. */
const CACHE_MS = 1000;

/** Credentials beyond this push out the one that was used longest ago: some 20 MB, with a few projects each. */
const MAX_KNOWN = 10_000;

/** What the triggers in prisma/migrations announce: keys, members, users, projects or organizations have changed. */
export const ACCESS_CHANNEL = 'tour_gateway_access';

/** The last use of a credential is written at most once in this time, however often it is used. */
const IS_USE_STALE = `(k.last_used_at IS NULL OR k.last_used_at < now() - interval '5 minutes')`;

const ACTORS = `
    SELECT ${ACTING_USER}, k.id AS "keyId",
      CASE WHEN k.preview_tour_id IS NOT NULL THEN 'preview_token' WHEN k.is_access_token THEN 'access_token' ELSE 'personal_key' END AS kind,
      k.preview_tour_id AS "previewTourId", k.scopes,
      k.expires_at AS "expiresAt", k.scoped_project_ids AS "scopedProjectIds", k.scoped_organization_ids::text[] AS "scopedOrganizationIds",
      coalesce(
        u.current_project_id,
        (SELECT m.project_id FROM memberships m WHERE m.user_id = u.id ORDER BY m.created_at, m.project_id LIMIT 1)
      ) AS "currentProjectId",
      ARRAY(
        SELECT m.project_id FROM memberships m JOIN projects p ON p.id = m.project_id JOIN organizations o ON o.id = p.organization_id
        WHERE m.user_id = u.id AND ${Object.values(OPENING)
          .map((condition) => `(${condition})`)
          .join(' AND ')}
        ORDER BY m.created_at, m.project_id
      ) AS "projectIds",
      ${IS_USE_STALE} AS "isUseStale",
      coalesce(k.expires_at <= now(), false) AS "isOver"
    FROM personal_api_keys k JOIN users u ON u.id = k.user_id
    WHERE k.revoked_at IS NULL AND u.is_active`;

const FIND_ACTOR: Statement = { name: 'find_actor', text: `${ACTORS} AND k.hash = $1` };
const RECALL_ACTORS: Statement = { name: 'recall_actors', text: `${ACTORS} AND k.id = ANY($1::uuid[])` };

const TOUCH: Statement = {
  name: 'touch_key',
  text: `UPDATE personal_api_keys k SET last_used_at = now() WHERE id = $1 AND ${IS_USE_STALE}`,
};

export interface Authenticator {
  /** The actor behind a credential, or why there is none. */
  authenticate(kind: CredentialKind, secret: string): Promise<Actor | Rejection>;
  /** The actors behind keys that were authenticated before, as they are now, whatever is remembered. A key that is good no more is left out. */
  recall(keyIds: readonly string[]): Promise<Map<string, Actor>>;
  /** Forgets what it knows of every key. */
  forget(): void;
}

export function createAuthenticator(db: Database): Authenticator {
  // Misses are kept as well: a wrong key that is tried over and over costs one query a second.
  const known = new LRUCache<string, Promise<Found | null>>({ max: MAX_KNOWN, ttl: CACHE_MS });

  async function find(stored: string): Promise<Found | null> {
    const [row] = await db.sql.query<ActorRow>(FIND_ACTOR, [stored]);
    if (!row) return null;
    if (row.isUseStale && !row.isOver) await db.sql.query(TOUCH, [row.keyId]);
    return toFound(row);
  }

  return {
    async authenticate(kind, secret) {
      const stored = hashSecret(secret);
      let finding = known.get(stored);
      if (!finding) {
        finding = find(stored);
        known.set(stored, finding);
        finding.catch(() => known.delete(stored));
      }
      const found = await finding;
      if (found?.actor.kind !== kind) return 'unknown';
      return isGood(found) ? found.actor : 'expired';
    },
    async recall(keyIds) {
      const rows = await db.sql.query<ActorRow>(RECALL_ACTORS, [keyIds]);
      const good = rows.map(toFound).filter(isGood);
      return new Map(good.map(({ actor }) => [actor.keyId, actor]));
    },
    forget: () => known.clear(),
  };
}

type ActorRow = Actor & { isUseStale: boolean; isOver: boolean };

interface Found {
  actor: Actor;
  /** Its time was over by the database's clock. */
  isOver: boolean;
}

/** Neither the database nor this node has seen its time end. */
function isGood({ actor, isOver }: Found): boolean {
  return !isOver && !isExpired(actor);
}

function toFound({ isUseStale: _, isOver, ...actor }: ActorRow): Found {
  return { actor, isOver };
}
