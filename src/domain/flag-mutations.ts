import { isUniqueViolation } from '../db/pg-errors.ts';
import type { Statement } from '../db/sql.ts';
import type { FeatureFlag as FlagRow, Prisma } from '../generated/prisma/client.ts';
import { requireProject, requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import { freeKey } from './deleted-flag-key.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, type ValidationError } from './errors.ts';
import { checkedFields, checkedKey, type FlagInput, flagRefusal } from './flag-input.ts';
import { changeLive } from './tour/change-live.ts';
import { lockLinkedTours } from './tour/locked-tour.ts';

/** @throws NotFoundError, PermissionError; ValidationError, also for a key that is taken */
export async function createFeatureFlag(deps: Deps, actor: Actor, input: FlagInput & { projectId: number; key: string }): Promise<FlagRow> {
  requireProject(actor, input.projectId, 'feature_flag:write');
  const data = {
    projectId: input.projectId,
    key: checkedKey(input.key),
    createdById: actor.userId,
    lastModifiedById: actor.userId,
    ...checkedFields(input),
  };
  return deps.db.prisma.featureFlag.create({ data }).catch(refuseTakenKey);
}

export interface UpdateFlag extends FlagInput {
  flagId: number;
  key?: string | null | undefined;
  /** Keeps the top-level keys of the filters that the new ones do not have. */
  mergeFilters?: boolean | null | undefined;
  /** Brings a deleted flag back first. */
  restore?: boolean | null | undefined;
  /** Absent: whatever the version is. */
  expectedVersion?: number | null | undefined;
}

/**
 * Absent keeps. The internal flag of a tour follows its tour and is not to be changed here.
 *
 * @throws NotFoundError, also for a deleted flag that is not to be restored; PermissionError; ValidationError, on `expectedVersion` when the flag is at another
 */
export async function updateFeatureFlag(deps: Deps, actor: Actor, { flagId, ...input }: UpdateFlag): Promise<FlagRow> {
  await requireOwnFlag(deps, actor, flagId, input.restore === true);
  const fields = { ...checkedFields(input), ...(input.key != null && { key: checkedKey(input.key) }) };
  const updating = deps.db.prisma.$transaction(async (tx) => {
    const stored = await lockFlag(tx, flagId, input.expectedVersion);
    const restored = input.restore && stored.deleted ? { deleted: false, key: await freeKey(tx, stored) } : {};
    const merged = input.mergeFilters && fields.filters && { filters: { ...(stored.filters as Prisma.JsonObject), ...fields.filters } };
    const data: Prisma.FeatureFlagUncheckedUpdateInput = {
      ...restored,
      ...fields,
      ...merged,
      version: (stored.version ?? 0) + 1,
      lastModifiedById: actor.userId,
    };
    return tx.featureFlag.update({ where: { id: flagId }, data });
  });
  return updating.catch(refuseTakenKey);
}

async function lockFlag(tx: Prisma.TransactionClient, id: number, expectedVersion: number | null | undefined): Promise<FlagRow> {
  await tx.$queryRaw`SELECT id FROM feature_flags WHERE id = ${id} FOR UPDATE`;
  const flag = await tx.featureFlag.findUnique({ where: { id } });
  if (!flag) throw new NotFoundError();
  if (expectedVersion != null && expectedVersion !== (flag.version ?? 0)) throw wrongVersion(expectedVersion, flag.version);
  return flag;
}

/** The key is freed for another flag; the row stays, since history and drafts may name it. */
const DELETE: Statement = {
  name: 'delete_flag',
  text: `UPDATE feature_flags SET deleted = true, active = false, key = left(key, 380) || ':deleted:' || id, version = coalesce(version, 0) + 1,
      last_modified_by_id = $2
    WHERE id = $1 AND NOT deleted AND ($3::int IS NULL OR coalesce(version, 0) = $3::int)
    RETURNING id`,
};

/**
 * Deletes a flag. Tours that it was linked to lose the link and the variant they named, each with activity and an event of its own.
 *
 * @throws NotFoundError; PermissionError; ValidationError, on `expectedVersion` when the flag is at another
 */
export async function deleteFeatureFlag(deps: Deps, actor: Actor, flagId: number, expectedVersion?: number | null): Promise<FlagRow> {
  await requireOwnFlag(deps, actor, flagId, false);
  await deps.db.transaction(async (tx) => {
    // Tours before flags, as in every other write; after the delete once more, for a link that was made meanwhile. None can be made from then on.
    await lockLinkedTours(tx, flagId);
    const deleted = await tx.query(DELETE, [flagId, actor.userId, expectedVersion ?? null]);
    if (deleted.length === 0) throw expectedVersion == null ? new NotFoundError() : wrongVersion(expectedVersion, null);
    for (const tour of await lockLinkedTours(tx, flagId)) {
      await changeLive(tx, actor, tour, { kind: 'UPDATED', changes: { linkedFlagId: null }, draft: 'STAYS' });
    }
  });
  return deps.db.prisma.featureFlag.findUniqueOrThrow({ where: { id: flagId } });
}

async function requireOwnFlag(deps: Deps, actor: Actor, flagId: number, isDeletedAllowed: boolean): Promise<void> {
  const flag = await deps.db.prisma.featureFlag.findFirst({
    where: { id: flagId, ...(!isDeletedAllowed && { deleted: false }) },
    include: { targetedTour: { select: { id: true } } },
  });
  if (!flag || !actor.projectIds.includes(flag.projectId)) throw new NotFoundError();
  requireScope(actor, 'feature_flag:write');
  if (flag.targetedTour) {
    const message = `This flag belongs to the tour ${flag.targetedTour.id}; change the tour's targeting instead.`;
    throw flagRefusal('flagId', 'invalid_input', message);
  }
}

function refuseTakenKey(error: unknown): never {
  if (isUniqueViolation(error)) throw flagRefusal('key', 'unique', 'There is already a feature flag with this key.');
  throw error;
}

function wrongVersion(expected: number, current: number | null): ValidationError {
  const message =
    current === null ? `The flag is not at version ${expected} any more.` : `The flag is at version ${current}, not ${expected}.`;
  return flagRefusal('expectedVersion', 'invalid_input', message);
}
