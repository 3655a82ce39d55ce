import { randomUUID } from 'node:crypto';
import type { Sql, Statement } from '../../db/sql.ts';
import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { INPUT_LIMITS } from '../input-limits.ts';
import { tourEvents } from './analytics.ts';
import { fieldsOf } from './change-live.ts';
import { insertTour } from './create.ts';
import { checkTourInput } from './input.ts';
import { lockTour } from './locked-tour.ts';
import { withoutSurveyLinks } from './survey-links.ts';

const NAMES: Statement = {
  name: 'names_like',
  text: 'SELECT name FROM tours WHERE project_id = $1 AND NOT archived AND starts_with(name, $2)',
};

const MAX_NAME = INPUT_LIMITS.tourName;

/**
 * Copies the live tour into a new one that is not launched, with surveys and a flag of its own.
 *
 * @param input name: of the copy; the original's name with `(copy)` and, where taken, a number when absent
 * @returns the copy's id
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function duplicateTour(
  deps: Deps,
  actor: Actor,
  input: { tourId: string; name?: string | null | undefined },
): Promise<string> {
  const id = randomUUID();
  await captureAfter(deps, async (tx, collect) => {
    const original = await lockTour(tx, actor, input.tourId);
    const fields = fieldsOf(original);
    const given = input.name == null ? await copyName(tx, original.projectId, fields.name) : input.name;
    const { name = given } = checkTourInput({ name: given });
    const copy = { ...fields, name, content: withoutSurveyLinks(fields.content), startDate: null, endDate: null, archived: false };
    const made = { id, projectId: original.projectId, createdById: actor.userId };
    collect(tourEvents(actor, made, await insertTour(tx, actor, made, copy)));
  });
  return id;
}

async function copyName(tx: Sql, projectId: number, name: string): Promise<string> {
  // Cut by code points, with room for the longest ending.
  const base = `${[...name].slice(0, MAX_NAME - 12).join('')} (copy`;
  const rows = await tx.query<{ name: string }>(NAMES, [projectId, base]);
  const taken = new Set(rows.map((row) => row.name));
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? `${base})` : `${base} ${n})`;
    if (!taken.has(candidate)) return candidate;
  }
}
