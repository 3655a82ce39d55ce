import { isObject } from '../../json/json-object.ts';
import type { TourSnapshot, TourSnapshots } from '../activity.ts';
import type { Actor } from '../actor.ts';
import type { AnalyticsEvent } from '../analytics.ts';
import { tourType } from './content/tour-type.ts';
import { listSteps, readConditions, readSteps } from './content.ts';

/** Where in the client's product a tour was made or changed. */
export type CreationContext = 'APP' | 'TOOLBAR';

type Properties = AnalyticsEvent['properties'];

interface Measured {
  id: string;
  projectId: number;
  createdById: number | null;
}

/** The events of a change of a live tour: contract section 13. `before` null: created; `after` null: deleted. A launch or a stop is told of beside the update. */
export function tourEvents(
  actor: Pick<Actor, 'userId' | 'distinctId'>,
  tour: Measured,
  { before, after }: TourSnapshots,
  creationContext?: CreationContext | null,
): AnalyticsEvent[] {
  const context = { creation_context: creationContext === 'TOOLBAR' ? 'toolbar' : 'app' };
  const send = (names: string[], snapshot: TourSnapshot, more: Properties) =>
    names.map((name) => tourEvent(actor, tour, name, { ...tourProperties(tour.id, measured(snapshot)), ...more }));

  if (!after) return before ? send(['product tour deleted'], before, {}) : [];
  if (!before) return send(['product tour created'], after, context);
  const names = ['product tour updated'];
  if (before.startDate === null && after.startDate !== null) names.push('product tour launched');
  else if (before.endDate === null && after.endDate !== null) names.push('product tour stopped');
  return send(names, after, { ...context, updated_by_creator: tour.createdById === actor.userId });
}

/** The event of texts that were written for a tour's steps. */
export function generatedEvent(actor: Pick<Actor, 'distinctId'>, tour: Omit<Measured, 'createdById'> & Facts): AnalyticsEvent {
  return tourEvent(actor, tour, 'product tour ai generated', tourProperties(tour.id, tour));
}

/** What events tell of a tour. */
interface Facts {
  name: string;
  content: unknown;
  autoLaunch: boolean;
  hasTargeting: boolean;
}

function measured({ name, content, autoLaunch, flag }: TourSnapshot): Facts {
  return { name, content, autoLaunch, hasTargeting: flag !== null };
}

function tourEvent(
  { distinctId }: Pick<Actor, 'distinctId'>,
  { projectId }: Pick<Measured, 'projectId'>,
  event: string,
  properties: Properties,
): AnalyticsEvent {
  return { event, distinctId, projectId, properties };
}

/** Content is the client's: whatever is not of the expected form counts as not there. */
function tourProperties(id: string, { name, content, autoLaunch, hasTargeting }: Facts): Properties {
  const { displayFrequency } = isObject(content) ? content : {};
  const { url, urlMatchType, autoShowDelaySeconds, selector, actions, events } = readConditions(content);
  return {
    tour_id: id,
    tour_name: name,
    tour_type: measuredType(content),
    step_count: listSteps(content).length,
    has_targeting: hasTargeting,
    has_survey_steps: readSteps(content).some((step) => Boolean(step.survey)),
    auto_launch: autoLaunch,
    display_frequency: textOrNull(displayFrequency),
    has_url_condition: Boolean(url),
    url_match_type: textOrNull(urlMatchType),
    has_delay: Boolean(autoShowDelaySeconds),
    has_selector_condition: Boolean(selector),
    has_action_triggers: hasValues(actions),
    has_event_triggers: hasValues(events),
  };
}

const ANNOUNCEMENTS = { BANNER: 'banner', ANNOUNCEMENT: 'modal_announcement' } as const;

/** Finer than the tour's type for announcements; for all else, the word that the content itself says. */
function measuredType(content: unknown): string {
  const type = tourType(content);
  if (type !== 'TOUR') return ANNOUNCEMENTS[type];
  return (isObject(content) && textOrNull(content.type)) || 'tour';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Triggers are listed as `{ values: [...] }`. */
function hasValues(triggers: unknown): boolean {
  return isObject(triggers) && Array.isArray(triggers.values) && triggers.values.length > 0;
}
