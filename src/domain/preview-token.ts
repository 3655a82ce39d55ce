import { isForeignKeyViolation } from '../db/pg-errors.ts';
import type { Statement } from '../db/sql.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { requireProject } from './access.ts';
import type { Actor } from './actor.ts';
import type { Created } from './create-credential.ts';
import { newSecret, storedSecret } from './credential.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { GOOD_PREVIEW_TOKENS, requireRoomForPreviewToken } from './preview-token-limits.ts';
import { requiredText } from './required-text.ts';
import { getTour } from './tour/read.ts';
import { UUID } from './uuid.ts';

export interface CreatePreviewToken {
  tourId: string;
  label?: string | null | undefined;
  /** RFC 3339; null or absent: an hour from now, or when the caller's own credential expires. */
  expiresAt?: string | null | undefined;
}

/** How long a token is good for when nothing is said, and at most, in milliseconds. */
const USUAL_MS = 3_600_000;
const LONGEST_MS = 86_400_000;

/**
 * Creates a token that shows one tour and opens nothing else, for somebody who has no account. It shows no more than the caller may read, for no longer than the
 * caller's own credential is good, and ends with the tour, with the caller's membership and when the caller becomes inactive. It counts to the limits of the
 * credential that it is made with.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function createPreviewToken(deps: Deps, actor: Actor, input: CreatePreviewToken): Promise<Created> {
  const { id: previewTourId, projectId } = await getTour(deps, actor, input.tourId, []);
  const label = requiredText('label', input.label ?? 'Preview', INPUT_LIMITS.label);
  const expiresAt = endOf(deps.clock(), actor, input.expiresAt);
  const secret = newSecret('preview_token');
  const scope = { userId: actor.userId, isAccessToken: true, previewTourId, scopedProjectIds: [projectId], createdWithId: actor.keyId };
  const creating = deps.db.prisma.$transaction(async (tx) => {
    await requireRoomForPreviewToken(tx, actor, { tourId: previewTourId, projectId }, deps.clock());
    return tx.personalApiKey.create({ data: { ...scope, label, expiresAt, ...storedSecret(secret) } });
  });
  // The tour was deleted meanwhile.
  const credential = await creating.catch((error) => Promise.reject(isForeignKeyViolation(error) ? new NotFoundError() : error));
  return { secret, credential };
}

const FIND_GOOD: Statement = {
  name: 'find_good_preview_tokens',
  text: `SELECT k.id FROM ${GOOD_PREVIEW_TOKENS} AND k.preview_tour_id = ANY($2::uuid[])`,
};

/** The tokens of tours that are good now, the newest first; those of a user who has left the project are not. The caller may read the tours. */
export async function findPreviewTokens({ db, clock }: Deps, tourIds: readonly string[]): Promise<PersonalApiKey[]> {
  const rows = await db.sql.query<{ id: string }>(FIND_GOOD, [clock(), tourIds]);
  const where = { id: { in: rows.map(({ id }) => id) } };
  return rows.length === 0 ? [] : db.prisma.personalApiKey.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
}

/** The tokens with these ids of tours in projects that the caller opens, revoked and expired ones included. The caller may read tours. */
export function findPreviewTokensById({ db }: Deps, { projectIds }: Actor, ids: readonly string[]): Promise<PersonalApiKey[]> {
  const previewTour = { projectId: { in: [...projectIds] } };
  return db.prisma.personalApiKey.findMany({ where: { id: { in: [...ids] }, previewTour } });
}

/**
 * Revokes a preview token of a tour that the caller may read: one's own, or with `product_tour:write` that of another user. Streams that it opened end within a second, on every node.
 * Revoking again changes nothing.
 *
 * @throws NotFoundError, PermissionError
 */
export async function revokePreviewToken({ db, clock }: Deps, actor: Actor, id: string): Promise<PersonalApiKey> {
  if (!UUID.test(id)) throw new NotFoundError();
  const token = await db.prisma.personalApiKey.findUnique({ where: { id }, include: { previewTour: { select: { projectId: true } } } });
  // Of another tenant's token, not even that it exists.
  if (!token?.previewTour || !actor.projectIds.includes(token.previewTour.projectId)) throw new NotFoundError();
  requireProject(actor, token.previewTour.projectId, token.userId === actor.userId ? 'product_tour:read' : 'product_tour:write');
  if (token.revokedAt) return token;
  const revokedAt = clock();
  // The tour was deleted meanwhile, and the token with it.
  const { count } = await db.prisma.personalApiKey.updateMany({ where: { id }, data: { revokedAt } });
  if (count === 0) throw new NotFoundError();
  return { ...token, revokedAt };
}

function endOf(now: Date, { expiresAt }: Actor, wanted: string | null | undefined): Date {
  const latest = new Date(Math.min(now.getTime() + LONGEST_MS, expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt)));
  const end = wanted ? new Date(wanted) : new Date(Math.min(now.getTime() + USUAL_MS, latest.getTime()));
  if (end <= now) throw refusal('expiresAt', 'This moment has passed.');
  if (end <= latest) return end;
  const message = 'A preview token is good for a day at most, and no longer than the key or token that it is made with';
  throw refusal('expiresAt', `${message}: until ${latest.toISOString()}.`);
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}
