import type { Statement } from '../../db/sql.ts';
import { isObject } from '../../json/json-object.ts';
import { requireScope } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotConfiguredError, NotFoundError, PermissionError, ValidationError } from '../errors.ts';
import { generatedEvent } from './analytics.ts';
import type { StepToWrite } from './content-writer.ts';
import { readTour } from './read.ts';
import { partOf } from './tour.ts';

export interface GeneratedStep {
  stepId: string;
  title: string;
  description: string;
}

const FIND: Statement = {
  name: 'find_generation_target',
  text: `SELECT p.ai_data_processing_approved AS "isApproved", t.id IS NOT NULL AS "hasTour"
    FROM projects p LEFT JOIN tours t ON t.project_id = p.id AND t.id = $1 AND NOT t.archived
    WHERE p.id = ANY($2::int[]) ORDER BY "hasTour" DESC LIMIT 1`,
};

/**
 * Has texts written for steps as they stand in an editor; nothing is stored. The order of checks is the contract's (section 14).
 *
 * @throws PermissionError, NotConfiguredError, NotFoundError, ValidationError
 */
export async function generateContent(
  deps: Deps,
  actor: Actor,
  input: { tourId: string; title?: string | null | undefined; goal?: string | null | undefined; steps?: unknown },
): Promise<GeneratedStep[]> {
  requireScope(actor, 'product_tour:write');
  if (!deps.contentWriter) throw new NotConfiguredError('Product Tour AI generation is only supported in PostHog Cloud.');
  const [target] = await deps.db.sql.query<{ isApproved: boolean; hasTour: boolean }>(FIND, [input.tourId, actor.projectIds]);
  if (target && !target.isApproved) {
    throw new PermissionError('NOT_APPROVED', 'AI data processing must be approved for Product Tour AI generation.');
  }
  if (!target?.hasTour) throw new NotFoundError();
  const steps = readSteps(input.steps ?? []);
  const written = await deps.contentWriter({ title: input.title ?? '', goal: input.goal ?? '', steps });
  const tour = await readTour(deps.db.sql, input.tourId, ['content'], actor.projectIds);
  if (tour) {
    const measured = { ...tour, content: partOf(tour, 'content').value, hasTargeting: tour.internalTargetingFlagId !== null };
    deps.capture(generatedEvent(actor, measured));
  }
  return written.flatMap(({ index, title, description }) => {
    const stepId = steps.find((step) => step.index === index)?.step.id;
    return typeof stepId === 'string' ? [{ stepId, title, description }] : [];
  });
}

/** The steps that have texts of their own: element and modal ones that ask nothing. */
function readSteps(value: unknown): StepToWrite[] {
  if (!Array.isArray(value)) throw refusal('Steps must be a list.');
  if (value.length === 0) throw refusal('Elements cannot be empty');
  return value
    .filter((step) => isObject(step) && (step.type === 'element' || step.type === 'modal') && !step.survey)
    .map((step, index) => ({ index, step }));
}

function refusal(message: string): ValidationError {
  return new ValidationError([{ path: null, code: 'invalid_input', message }]);
}
