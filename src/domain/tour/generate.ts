import type { Statement } from '../../db/sql.ts';
import { requireScope } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotConfiguredError, NotFoundError, PermissionError, ValidationError } from '../errors.ts';
import { oneLine } from '../html-text.ts';
import { INPUT_LIMITS, tooLong } from '../input-limits.ts';
import { generatedEvent } from './analytics.ts';
import { readTour } from './read.ts';
import { readStepsToWrite } from './steps-to-write.ts';
import { partOf, type Tour } from './tour.ts';

export interface GeneratedStep {
  /** Its place among the steps that are written for. */
  index: number;
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

/** Texts that may be written: everything that could be refused before has been checked. */
export interface Generation {
  /** Of the tour. */
  projectId: number;
  /**
   * Has them written: each as soon as its writer gives it, of several for one step the first; nothing happens before the first is asked for. Nothing of the
   * database is held meanwhile, which may be a minute.
   *
   * @param signal aborted when nobody waits for the texts any more
   * @throws GenerationError
   */
  write(signal: AbortSignal): AsyncGenerator<GeneratedStep, void>;
}

/**
 * Gets ready to have texts written for steps as they stand in an editor; nothing is stored. The order of checks is the contract's (section 14).
 *
 * @param isFollowed see WritingTask
 * @throws PermissionError, NotConfiguredError, NotFoundError, ValidationError
 */
export async function prepareGeneration(deps: Deps, actor: Actor, input: GenerateInput, isFollowed: boolean): Promise<Generation> {
  requireScope(actor, 'product_tour:write');
  const { contentWriter } = deps;
  if (!contentWriter) throw new NotConfiguredError('No content provider is set up on this server (CONTENT_PROVIDER).');
  const tour = await findTarget(deps, actor, input.tourId);
  const steps = readStepsToWrite(input.steps ?? []);
  const [title, goal] = [shortText('title', input.title), shortText('goal', input.goal)];
  const task = { title, goal, steps: steps.map(({ step }) => step), isFollowed };

  return {
    projectId: tour.projectId,
    async *write(signal) {
      const known = new Set<number>();
      for await (const { index, title, description } of steps.length > 0 ? contentWriter(task, signal) : []) {
        const stepId = steps[index]?.id;
        if (stepId === undefined || known.has(index)) continue;
        known.add(index);
        if (title && description) yield { index, stepId, title, description };
      }
      const content = partOf(tour, 'content').value;
      deps.capture(generatedEvent(actor, { ...tour, content, hasTargeting: tour.internalTargetingFlagId !== null }));
    },
  };
}

/**
 * Has texts written and waits for all of them.
 *
 * @returns the texts in the order of the steps; those that the writer left out are missing
 * @throws what prepareGeneration and Generation.write throw
 */
export async function generateContent(deps: Deps, actor: Actor, input: GenerateInput, signal: AbortSignal): Promise<GeneratedStep[]> {
  const { write } = await prepareGeneration(deps, actor, input, false);
  const steps: GeneratedStep[] = [];
  for await (const step of write(signal)) steps.push(step);
  return steps.sort((one, other) => one.index - other.index);
}

function shortText(path: 'title' | 'goal', text: string | null | undefined): string {
  if (text && text.length > INPUT_LIMITS.generationText) {
    throw new ValidationError([{ path, code: 'max_length', message: tooLong(INPUT_LIMITS.generationText) }]);
  }
  return oneLine(text ?? '');
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
