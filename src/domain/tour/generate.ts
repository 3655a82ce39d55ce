import type { Statement } from '../../db/sql.ts';
import { requireScope } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotConfiguredError, NotFoundError, PermissionError, ValidationError } from '../errors.ts';
import { oneLine } from '../html-text.ts';
import { generatedEvent } from './analytics.ts';
import type { WrittenStep } from './content-writer.ts';
import { readTour } from './read.ts';
import { readStepsToWrite } from './steps-to-write.ts';
import { partOf, type Tour } from './tour.ts';

export interface GeneratedStep {
  stepId: string;
  title: string;
  description: string;
}

interface GenerateInput {
  tourId: string;
  title?: string | null | undefined;
  goal?: string | null | undefined;
  steps?: unknown;
}

/**
 * Has texts written for steps as they stand in an editor; nothing is stored. The order of checks is the contract's (section 14). Nothing of the database is
 * held while the writer works, which may be a minute.
 *
 * @param signal aborted when nobody waits for the texts any more
 * @returns the texts in the order of the steps; those that the writer left out are missing
 * @throws PermissionError, NotConfiguredError, NotFoundError, ValidationError, GenerationError
 */
export async function generateContent(deps: Deps, actor: Actor, input: GenerateInput, signal: AbortSignal): Promise<GeneratedStep[]> {
  requireScope(actor, 'product_tour:write');
  if (!deps.contentWriter) throw new NotConfiguredError('No content provider is set up on this server (CONTENT_PROVIDER).');
  const tour = await findTarget(deps, actor, input.tourId);
  const steps = readStepsToWrite(input.steps ?? []);
  const task = { title: shortText('title', input.title), goal: shortText('goal', input.goal), steps: steps.map(({ step }) => step) };

  const written = steps.length > 0 ? await deps.contentWriter(task, signal) : [];
  const texts = byIndex(written);
  const content = partOf(tour, 'content').value;
  deps.capture(generatedEvent(actor, { ...tour, content, hasTargeting: tour.internalTargetingFlagId !== null }));
  return steps.flatMap(({ id, step }) => {
    const { title, description } = texts.get(step.index) ?? {};
    return title && description ? [{ stepId: id, title, description }] : [];
  });
}

/** The most characters of a title or a goal. */
export const MAX_TEXT_LENGTH = 4000;

function shortText(path: 'title' | 'goal', text: string | null | undefined): string {
  if (text && text.length > MAX_TEXT_LENGTH) {
    throw new ValidationError([{ path, code: 'max_length', message: `Ensure this field has no more than ${MAX_TEXT_LENGTH} characters.` }]);
  }
  return oneLine(text ?? '');
}

/** Of several answers for one step the first counts. */
function byIndex(written: readonly WrittenStep[]): ReadonlyMap<number, WrittenStep> {
  return new Map(written.toReversed().map((step) => [step.index, step]));
}

/** Of a tour that is in none of the caller's projects, a project that has consented is looked at first: then it is the tour that is missing. */
const FIND: Statement = {
  name: 'find_generation_target',
  text: `SELECT p.ai_data_processing_approved AS "isApproved", t.id IS NOT NULL AS "hasTour"
    FROM projects p LEFT JOIN tours t ON t.project_id = p.id AND t.id = $1 AND NOT t.archived
    WHERE p.id = ANY($2::int[]) ORDER BY "hasTour" DESC, "isApproved" DESC LIMIT 1`,
};

async function findTarget({ db }: Deps, { projectIds }: Actor, tourId: string): Promise<Tour> {
  const [target] = await db.sql.query<{ isApproved: boolean; hasTour: boolean }>(FIND, [tourId, projectIds]);
  if (target && !target.isApproved) {
    throw new PermissionError('NOT_APPROVED', 'AI data processing must be approved for Product Tour AI generation.');
  }
  const tour = target?.hasTour ? await readTour(db.sql, tourId, ['content'], projectIds) : null;
  if (!tour) throw new NotFoundError();
  return tour;
}
