import { isUniqueViolation } from '../db/pg-errors.ts';
import type { Statement } from '../db/sql.ts';
import type { FeatureFlag as FlagRow, Prisma } from '../generated/prisma/client.ts';
import { isObject } from '../json/json-object.ts';
import { checkJsonText } from '../json/text-check.ts';
import { requireProject, requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { type FieldCode, NotFoundError, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { requiredText } from './required-text.ts';
import { filterFaults, structureFaults } from './targeting/check/check-filters.ts';
import { newFaults } from './targeting/check/stored-parts.ts';
import { changeLive } from './tour/change-live.ts';
import { requireFilterSize } from './tour/content-size.ts';
import { findLockedTour, lockLinkedTours } from './tour/locked-tour.ts';

export interface FlagInput {
  name?: string | null | undefined;
  filters?: unknown;
  active?: boolean | null | undefined;
}

const KEY = /^[A-Za-z0-9_-]+$/;

/** @throws NotFoundError, PermissionError; ValidationError, also for a key that is taken */
export async function createFeatureFlag(deps: Deps, actor: Actor, input: FlagInput & { projectId: number; key: string }): Promise<FlagRow> {
  requireProject(actor, input.projectId, 'feature_flag:write');
  const key = requiredText('key', input.key, INPUT_LIMITS.flagKey);
  if (!KEY.test(key)) throw refusal('key', 'invalid_input', 'Only letters, numbers, hyphens (-) & underscores (_) are allowed.');
  const data = { projectId: input.projectId, key, createdById: actor.userId, ...checkedFields(deps, input, null) };
  return deps.db.prisma.featureFlag.create({ data }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw refusal('key', 'unique', 'There is already a feature flag with this key.');
    throw error;
  });
}

/**
 * Absent keeps. The internal flag of a tour follows its tour and is not to be changed here.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function updateFeatureFlag(deps: Deps, actor: Actor, { flagId, ...input }: FlagInput & { flagId: number }): Promise<FlagRow> {
  const { filters } = await requireOwnFlag(deps, actor, flagId);
  return deps.db.prisma.featureFlag.update({
    where: { id: flagId },
    data: { ...checkedFields(deps, input, filters), version: { increment: 1 } },
  });
}

/** The key is freed for another flag; the row stays, since history and drafts may name it. */
const DELETE: Statement = {
  name: 'delete_flag',
  text: `UPDATE feature_flags SET deleted = true, active = false, key = left(key, 380) || ':deleted:' || id WHERE id = $1`,
};

/**
 * Deletes a flag. Tours that it was linked to lose the link and the variant they named, each with activity and an event of its own.
 *
 * @returns the flag, and the ids of these tours
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function deleteFeatureFlag(deps: Deps, actor: Actor, flagId: number): Promise<{ featureFlag: FlagRow; tourIds: string[] }> {
  await requireOwnFlag(deps, actor, flagId);
  const tourIds = await deps.db.transaction(async (tx) => {
    // Tours before flags, as in every other write; after the delete once more, for a link that was made meanwhile. None can be made from then on.
    await lockLinkedTours(tx, flagId);
    await tx.query(DELETE, [flagId]);
    const ids = await lockLinkedTours(tx, flagId);
    for (const id of ids) {
      await changeLive(tx, actor, await findLockedTour(tx, id), { kind: 'UPDATED', changes: { linkedFlagId: null }, draft: 'STAYS' });
    }
    return ids;
  });
  return { featureFlag: await deps.db.prisma.featureFlag.findUniqueOrThrow({ where: { id: flagId } }), tourIds };
}

async function requireOwnFlag(deps: Deps, actor: Actor, flagId: number): Promise<FlagRow> {
  const flag = await deps.db.prisma.featureFlag.findFirst({
    where: { id: flagId, deleted: false },
    include: { targetedTour: { select: { id: true } } },
  });
  if (!flag || !actor.projectIds.includes(flag.projectId)) throw new NotFoundError();
  requireScope(actor, 'feature_flag:write');
  if (flag.targetedTour)
    throw refusal('flagId', 'invalid_input', `This flag belongs to the tour ${flag.targetedTour.id}; change the tour's targeting instead.`);
  return flag;
}

/** @param stored the filters that the flag has; parts of them may be sent back, whatever they hold */
function checkedFields(
  { maxContentBytes }: Pick<Deps, 'maxContentBytes'>,
  { name, filters, active }: FlagInput,
  stored: unknown,
): { name?: string; filters?: Prisma.InputJsonValue; active?: boolean } {
  if (filters !== undefined) {
    requireFilterSize('filters', stored, filters, maxContentBytes);
    requireFilters(filters, stored);
  }
  return {
    ...(name != null && { name: name.trim() === '' ? '' : requiredText('name', name, INPUT_LIMITS.flagName) }),
    ...(filters !== undefined && { filters: filters as Prisma.InputJsonValue }),
    ...(active != null && { active }),
  };
}

function requireFilters(filters: unknown, stored: unknown): void {
  if (!isObject(filters)) throw refusal('filters', 'invalid_input', 'Filters must be an object.');
  const problem = checkJsonText(filters);
  if (problem) throw refusal('filters', problem.code, problem.message);
  const faults = newFaults([...structureFaults(filters), ...filterFaults(filters)], filters, [stored]);
  if (faults.length === 0) return;
  throw new ValidationError(faults.map(({ at, code, message }) => ({ path: ['filters', ...at].join('.'), code, message })));
}

function refusal(path: string, code: FieldCode, message: string): ValidationError {
  return new ValidationError([{ path, code, message }]);
}
