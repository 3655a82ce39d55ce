import { isForeignKeyViolation } from '../db/pg-errors.ts';
import type { PersonalApiKey, Prisma } from '../generated/prisma/client.ts';
import { requireProject } from './access.ts';
import type { Actor } from './actor.ts';
import type { Created } from './create-credential.ts';
import { newSecret, storedSecret } from './credential.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, ValidationError } from './errors.ts';
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

/** How many tokens of one tour may be good at once: each has a budget of requests to itself. */
const MOST = 100;

/**
 * Creates a token that shows one tour and opens nothing else, for somebody who has no account. It shows no more than the caller may read, for no longer than the
 * caller's own credential is good, and ends with the tour, with the caller's membership and when the caller becomes inactive.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function createPreviewToken(deps: Deps, actor: Actor, input: CreatePreviewToken): Promise<Created> {
  const { id: previewTourId, projectId } = await getTour(deps, actor, input.tourId, []);
  const label = requiredText('label', input.label ?? 'Preview', 40);
  const expiresAt = endOf(deps.clock(), actor, input.expiresAt);
  const { prisma } = deps.db;
  if ((await prisma.personalApiKey.count({ where: good(deps, [previewTourId]) })) >= MOST) {
    throw refusal(
      'tourId',
      `The tour has ${MOST} preview tokens that are still good, and may have no more. Revoke one, or wait until one expires.`,
    );
  }
  const secret = newSecret('preview_token');
  const scope = { userId: actor.userId, isAccessToken: true, previewTourId, scopedProjectIds: [projectId] };
  const creating = prisma.personalApiKey.create({ data: { ...scope, label, expiresAt, ...storedSecret(secret) } });
  // The tour was deleted meanwhile.
  const credential = await creating.catch((error) => Promise.reject(isForeignKeyViolation(error) ? new NotFoundError() : error));
  return { secret, credential };
}

/** The tokens of tours that are good now, the newest first. The caller may read the tours. */
export function findPreviewTokens(deps: Deps, tourIds: readonly string[]): Promise<PersonalApiKey[]> {
  return deps.db.prisma.personalApiKey.findMany({ where: good(deps, tourIds), orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
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
  if (!token?.previewTour) throw new NotFoundError();
  requireProject(actor, token.previewTour.projectId, token.userId === actor.userId ? 'product_tour:read' : 'product_tour:write');
  if (token.revokedAt) return token;
  const revokedAt = clock();
  // The tour was deleted meanwhile, and the token with it.
  const { count } = await db.prisma.personalApiKey.updateMany({ where: { id }, data: { revokedAt } });
  if (count === 0) throw new NotFoundError();
  return { ...token, revokedAt };
}

function good({ clock }: Deps, tourIds: readonly string[]): Prisma.PersonalApiKeyWhereInput {
  return { previewTourId: { in: [...tourIds] }, revokedAt: null, expiresAt: { gt: clock() } };
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
