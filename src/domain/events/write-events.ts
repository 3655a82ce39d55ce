import type { Database } from '../../db/database.ts';
import { admitPersons } from './admit-persons.ts';
import { addUsage, type CaptureQuotas, findRemaining, type Remaining } from './capture-quota.ts';
import { type CapturedEvent, changesPerson } from './captured-event.ts';
import { lockCapturedEvents } from './lock.ts';
import type { People } from './people.ts';
import { mergeMetrics, saveMetrics } from './save-metrics.ts';
import { loadPeople, savePeople } from './save-people.ts';
import { saveSurveyAnswers } from './save-survey-answers.ts';
import { type SavedTourEvents, saveTourEvents } from './save-tour-events.ts';

/**
 * What a project has used up, as the answer to the browser names it; `person_properties`: a person has more properties than are kept. posthog-js sends nothing for a minute after `events`, so that is for those of whom
 * nothing would be kept: persons who are not known, about whose events there is nothing else to say.
 */
export type UsedUp = 'events' | 'tour_events' | 'persons' | 'person_properties';

/** Events of which something was left out for a quota. */
export type LimitedEvents = ReadonlyMap<CapturedEvent, UsedUp>;

/**
 * Writes a batch of events in one transaction, in as many statements as there are kinds of rows, whatever the number of events: what happened to tours, each
 * event once and counted once, and what the events say of their persons, in their order. Batches of one project are written one after the other, whichever node has them: so
 * two of them lose nothing of one person, and cannot lock each other out.
 *
 * An event that is stored changes its person once as well: sent again, it would put back what others have changed since. Of those that are not stored (`$set`,
 * `$identify`, what is about no tour of the project or older than events are kept) nobody knows whether they came before: each counts as it comes.
 *
 * Beyond the quotas of a project no person and no event is added; known persons are updated all the same. A repeated event uses up nothing.
 */
export async function writeEvents(
  db: Pick<Database, 'transaction'>,
  events: readonly CapturedEvent[],
  quotas: CaptureQuotas,
): Promise<LimitedEvents> {
  if (events.length === 0) return new Map();
  return db.transaction(async (tx) => {
    const projectIds = [...new Set(events.map(({ projectId }) => projectId))];
    await lockCapturedEvents(tx, projectIds);
    const remaining = await findRemaining(tx, projectIds, quotas);
    const people = await loadPeople(tx, events);
    const { events: admitted, limited } = admitPersons(events, people, remaining);
    const saved = await saveTourEvents(tx, admitted, remaining);
    const { added, repeated, refused } = saved;
    for (const event of admitted) if (changesPerson(event) && !repeated.has(event)) people.apply(event);
    for (const { event } of added) people.of(event.projectId, event.distinctId);
    const cut = await savePeople(tx, people, quotas.personBytes);
    await mergeMetrics(tx, people);
    await saveMetrics(tx, added, people);
    await saveSurveyAnswers(tx, added);
    await addUsage(tx, usageOf(projectIds, people, saved));
    const isCut = (event: CapturedEvent) => setsProperties(event) && cut.has(people.of(event.projectId, event.distinctId).id as number);
    return new Map<CapturedEvent, UsedUp>([
      ...admitted.filter(isCut).map((event) => [event, 'person_properties'] as const),
      ...refused.map((event) => [event, people.has(event.projectId, event.distinctId) ? 'tour_events' : 'events'] as const),
      ...limited.map((event) => [event, 'persons'] as const),
    ]);
  });
}

function setsProperties({ set, setOnce }: CapturedEvent): boolean {
  return Object.keys(set).length > 0 || Object.keys(setOnce).length > 0;
}

function usageOf(projectIds: readonly number[], people: People, { added }: SavedTourEvents): Map<number, Remaining> {
  const usage = new Map(projectIds.map((projectId) => [projectId, { persons: 0, events: 0 }]));
  const of = (projectId: number) => usage.get(projectId) as Remaining;
  for (const { event } of added) of(event.projectId).events += 1;
  for (const { projectId, newIds } of people.all) of(projectId).persons += newIds.length;
  return usage;
}
