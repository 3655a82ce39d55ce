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
import { findTargetMisses, isTargetEvent } from './target-misses.ts';

/**
 * What a project has used up, as the answer to the browser names it. posthog-js sends nothing for a minute after `events`, so that is for those of whom
 * nothing would be kept: persons who are not known, about whose events there is nothing else to say.
 */
export type UsedUp = 'events' | 'tour_events' | 'persons';

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
 * That an element of a step was missing is not stored but counted, each person once for a step and a day. It uses up no quota of events, and a person whom it
 * adds counts as any other.
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
    const misses = await findTargetMisses(
      tx,
      admitted.filter(({ name }) => isTargetEvent(name)),
    );
    const saved = await saveTourEvents(
      tx,
      admitted.filter(({ name }) => !isTargetEvent(name)),
      remaining,
    );
    const { added, repeated, refused } = saved;
    for (const event of admitted) if (changesPerson(event) && !repeated.has(event)) people.apply(event);
    for (const { event } of [...added, ...misses]) people.of(event.projectId, event.distinctId);
    await savePeople(tx, people);
    await mergeMetrics(tx, people);
    await saveMetrics(tx, added, misses, people);
    await saveSurveyAnswers(tx, added);
    await addUsage(tx, usageOf(projectIds, people, saved));
    return new Map<CapturedEvent, UsedUp>([
      ...refused.map((event) => [event, people.has(event.projectId, event.distinctId) ? 'tour_events' : 'events'] as const),
      ...limited.map((event) => [event, 'persons'] as const),
    ]);
  });
}

function usageOf(projectIds: readonly number[], people: People, { added }: SavedTourEvents): Map<number, Remaining> {
  const usage = new Map(projectIds.map((projectId) => [projectId, { persons: 0, events: 0 }]));
  const of = (projectId: number) => usage.get(projectId) as Remaining;
  for (const { event } of added) of(event.projectId).events += 1;
  for (const { projectId, newIds } of people.all) of(projectId).persons += newIds.length;
  return usage;
}
