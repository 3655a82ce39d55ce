import type { Database } from '../../db/database.ts';
import { type CapturedEvent, changesPerson } from './captured-event.ts';
import { lockCapturedEvents } from './lock.ts';
import { mergeMetrics, saveMetrics } from './save-metrics.ts';
import { loadPeople, savePeople } from './save-people.ts';
import { saveSurveyAnswers } from './save-survey-answers.ts';
import { saveTourEvents } from './save-tour-events.ts';

/**
 * Writes a batch of events in one transaction, in as many statements as there are kinds of rows, whatever the number of events: what happened to tours, each
 * event once and counted once, and what the events say of their persons, in their order. Batches of one project are written one after the other, whichever node has them: so
 * two of them lose nothing of one person, and cannot lock each other out.
 *
 * An event that is stored changes its person once as well: sent again, it would put back what others have changed since. Of those that are not stored (`$set`,
 * `$identify`, what is about no tour of the project or older than events are kept) nobody knows whether they came before: each counts as it comes.
 */
export async function writeEvents(db: Pick<Database, 'transaction'>, events: readonly CapturedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.transaction(async (tx) => {
    await lockCapturedEvents(
      tx,
      events.map(({ projectId }) => projectId),
    );
    const { added, repeated } = await saveTourEvents(tx, events);
    const changes = events.filter((event) => changesPerson(event) && !repeated.has(event));
    const people = await loadPeople(tx, [...changes, ...added.map(({ event }) => event)]);
    for (const event of changes) people.apply(event);
    for (const { event } of added) people.of(event.projectId, event.distinctId);
    await savePeople(tx, people);
    await mergeMetrics(tx, people);
    await saveMetrics(tx, added, people);
    await saveSurveyAnswers(tx, added);
  });
}
