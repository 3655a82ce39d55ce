import type { TourMetricKind } from '../../generated/prisma/enums.ts';
import { storableText } from '../../json/storable.ts';
import type { CapturedEvent } from './captured-event.ts';
import type { NewTourEvent } from './save-tour-events.ts';
import { surveyResponses } from './survey-response.ts';

/** What an event counts for. Told apart by kind, item and detail: see TourMetric in prisma/schema.prisma. */
export interface Metric {
  kind: TourMetricKind;
  item: string;
  detail: string;
  stepOrder: number | null;
}

const MAX_ITEM = 200;

/** What the SDK gives as the reason, and what stands for none. */
const REASONS: ReadonlySet<string> = new Set([
  'user_clicked_skip',
  'user_clicked_outside',
  'escape_key',
  'element_unavailable',
  'container_unavailable',
  'unknown',
]);

/** Whether only a few such metrics can be, whatever somebody sends. Of the others anybody may make up any number; which are a tour's, its content tells. */
export function isGiven({ kind, item }: Metric): boolean {
  if (kind === 'DISMISS_REASON') return REASONS.has(item);
  return kind !== 'STEP_SHOWN' && kind !== 'STEP_COMPLETED' && kind !== 'STEP_TARGET_MISSING' && kind !== 'RATING';
}

/** Everything that is counted of an event; nothing for the events that only tell what somebody clicked on. */
export function metricsOf(given: NewTourEvent): Metric[] {
  const { event, surveyId } = given;
  switch (event.name) {
    case 'product tour shown':
      return [metric('SHOWN')];
    case 'product tour completed':
      return [metric('COMPLETED')];
    case 'product tour dismissed':
      return [metric('DISMISSED'), metric('DISMISS_REASON', textOf(propertiesOf(event).$product_tour_dismiss_reason) ?? 'unknown')];
    case 'product tour step shown':
      return ofStep('STEP_SHOWN', event);
    case 'product tour step completed':
      return ofStep('STEP_COMPLETED', event);
    case 'survey shown':
      return surveyId === null ? [] : [metric('SURVEY_SHOWN', surveyId)];
    case 'survey dismissed':
      return surveyId === null ? [] : [metric('SURVEY_DISMISSED', surveyId)];
    case 'survey sent':
      return surveyId === null ? [] : [metric('SURVEY_SENT', surveyId), ...ratings(given, surveyId)];
    default:
      return [];
  }
}

function ofStep(kind: TourMetricKind, event: NewTourEvent['event']): Metric[] {
  const step = stepOf(event);
  return step ? [{ ...metric(kind, step.stepId), stepOrder: step.stepOrder }] : [];
}

/** The step that an event names; null: it names none. */
export function stepOf(event: CapturedEvent): { stepId: string; stepOrder: number | null } | null {
  const { $product_tour_step_id: id, $product_tour_step_order: order } = propertiesOf(event);
  const stepId = textOf(id);
  const isOrder = typeof order === 'number' && Number.isInteger(order) && order >= 0 && order < 10_000;
  return stepId === null ? null : { stepId, stepOrder: isOrder ? order : null };
}

/** What counts for a step whose element was not on the page. */
export function missMetric({ stepId, stepOrder }: { stepId: string; stepOrder: number | null }): Metric {
  return { ...metric('STEP_TARGET_MISSING', stepId), stepOrder };
}

function ratings({ event, question }: NewTourEvent, surveyId: string): Metric[] {
  return surveyResponses(propertiesOf(event), question).flatMap(({ questionId, rating }) =>
    rating === null ? [] : [metric('RATING', `${surveyId} ${questionId}`, String(rating))],
  );
}

function metric(kind: TourMetricKind, item = '', detail = ''): Metric {
  return { kind, item, detail, stepOrder: null };
}

function propertiesOf({ tour }: NewTourEvent['event']) {
  return tour?.properties ?? {};
}

/** Ids and reasons are texts, for some clients numbers. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? storableText(value, MAX_ITEM) : null;
}
