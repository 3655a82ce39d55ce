import type { Remaining } from './capture-quota.ts';
import { type CapturedEvent, changesPerson } from './captured-event.ts';
import type { People } from './people.ts';

export interface Admitted {
  events: CapturedEvent[];
  /** Of the given events, those that were left out or reduced because a person is one too many. */
  limited: CapturedEvent[];
}

/**
 * Leaves out the events of persons who are not known when their project may add no more, in the order of the events. A known person is identified all the same,
 * but without the new anonymous id.
 */
export function admitPersons(events: readonly CapturedEvent[], people: People, remaining: ReadonlyMap<number, Remaining>): Admitted {
  const left = new Map([...remaining].map(([projectId, { persons }]) => [projectId, persons]));
  const admittedIds = new Set<string>();
  const limited: CapturedEvent[] = [];

  function admits(projectId: number, distinctId: string): boolean {
    const key = `${projectId} ${distinctId}`;
    if (people.has(projectId, distinctId) || admittedIds.has(key)) return true;
    const count = left.get(projectId) ?? 0;
    if (count === 0) return false;
    left.set(projectId, count - 1);
    admittedIds.add(key);
    return true;
  }

  const admitted = events.flatMap((event) => {
    const { projectId, distinctId, anonymousId } = event;
    if (!changesPerson(event) && !event.tour) return [event];
    if (!admits(projectId, distinctId)) {
      limited.push(event);
      return [];
    }
    if (anonymousId === null || admits(projectId, anonymousId)) return [event];
    limited.push(event);
    return [{ ...event, anonymousId: null }];
  });
  return { events: admitted, limited };
}
