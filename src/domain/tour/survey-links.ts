import { isEmptyJson } from '../../json/emptiness.ts';
import { UUID } from '../uuid.ts';
import { readSteps } from './content.ts';

/** The ids of the surveys that the steps name, in the order of the steps; whether they exist and are this tour's is for the caller to see. */
export function linkedSurveyIds(content: unknown): string[] {
  const ids = readSteps(content)
    .map((step) => step.linkedSurveyId)
    .filter((id) => typeof id === 'string')
    .filter((id) => UUID.test(id));
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

/** The content with its steps' surveys unnamed, as a copy of a tour starts. */
export function withoutSurveyLinks(content: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(content.steps)) return content;
  const steps = content.steps.map(({ linkedSurveyId: _, linkedSurveyQuestionId: __, ...step }: Record<string, unknown>) => step);
  return { ...content, steps };
}

/** The content with its steps naming the surveys that the steps of the same ids ask in another tour's content, and no others. */
export function withSurveyLinksOf(content: Record<string, unknown>, other: unknown): Record<string, unknown> {
  const bare = withoutSurveyLinks(content);
  if (!Array.isArray(bare.steps)) return bare;
  const asking = new Map(readSteps(other).flatMap((step) => (isEmptyJson(step.survey) ? [] : [[step.id, step] as const])));
  const steps = bare.steps.map((step: Record<string, unknown>) => {
    const there = isEmptyJson(step.survey) || step.id === undefined ? undefined : asking.get(step.id);
    if (!there) return step;
    const { linkedSurveyId, linkedSurveyQuestionId } = there;
    return { ...step, linkedSurveyId, linkedSurveyQuestionId };
  });
  return { ...bare, steps };
}
