import type { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from './actor.ts';
import { ValidationError } from './errors.ts';

/** How many preview tokens may be good at once: of a tour, made with one key or token, made by one user, and of a project. */
const LIMITS = { tour: 100, key: 100, user: 200, project: 1000 } as const;

/** The advisory locks, each with a second number: of the user, and then of the project. No one waits for a user's lock who has a project's. */
const USER_LOCK = 727_073_690;
const PROJECT_LOCK = 727_073_691;

/** SQL: what follows FROM to find the preview tokens that are good at the moment `$1`: `k`, whose user is active and still a member of the project of the tour `t`. */
export const GOOD_PREVIEW_TOKENS = `personal_api_keys k
    JOIN tours t ON t.id = k.preview_tour_id
    JOIN users u ON u.id = k.user_id AND u.is_active
    JOIN memberships m ON m.user_id = k.user_id AND m.project_id = t.project_id
  WHERE k.revoked_at IS NULL AND k.expires_at > $1`;

const COUNT = `
  SELECT count(*) FILTER (WHERE k.preview_tour_id = $2::uuid)::int AS tour, count(*) FILTER (WHERE k.created_with_id = $3::uuid)::int AS key,
    count(*) FILTER (WHERE k.user_id = $4)::int AS "user", count(*) FILTER (WHERE t.project_id = $5)::int AS project
  FROM ${GOOD_PREVIEW_TOKENS} AND (k.user_id = $4 OR t.project_id = $5)`;

const HOLDERS: Record<keyof typeof LIMITS, string> = {
  tour: 'The tour has',
  key: 'This key or token has made',
  user: 'You have made',
  project: 'The project has',
};

/**
 * Makes sure that there may be one more preview token. Until the transaction ends, no other one of the user or of the project is made.
 *
 * @throws ValidationError
 */
export async function requireRoomForPreviewToken(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { tourId, projectId }: { tourId: string; projectId: number },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${USER_LOCK}::int, ${actor.userId}::int)`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PROJECT_LOCK}::int, ${projectId}::int)`;
  const [counts] = await tx.$queryRawUnsafe<Record<keyof typeof LIMITS, number>[]>(
    COUNT,
    now,
    tourId,
    actor.keyId,
    actor.userId,
    projectId,
  );
  const full = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).find((holder) => (counts?.[holder] ?? 0) >= LIMITS[holder]);
  if (full === undefined) return;
  const message = `${HOLDERS[full]} ${LIMITS[full]} preview tokens that are still good, and may have no more. Revoke one, or wait until one expires.`;
  throw new ValidationError([{ path: 'tourId', code: 'invalid_input', message }]);
}
