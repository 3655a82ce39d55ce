import type { Bus } from '../db/bus.ts';
import { TOUR_EVENT_CHANNEL } from '../domain/tour/event.ts';

/** Tells every node that there is something to read. Wake-ups may be lost, doubled or wrong: they cost a read, never an event. */
export interface WakeUps {
  /**
   * `onWake`: the project has events up to this sequence. `onMissed`: wake-ups may have been lost until now.
   *
   * @returns the end of it, once wake-ups are heard
   */
  start(onWake: (projectId: number, sequence: number) => void, onMissed: () => void): Promise<() => Promise<void>>;
}

/** Wake-ups as the writers of events announce them. */
export function createWakeUps(bus: Pick<Bus, 'listen'>): WakeUps {
  return {
    start(onWake, onMissed) {
      function onMessage(payload: string): void {
        const wakeUp = parseWakeUp(payload);
        if (wakeUp) onWake(wakeUp.p, wakeUp.s);
      }
      return bus.listen(TOUR_EVENT_CHANNEL, onMessage, onMissed);
    },
  };
}

/** Null for what is not ours: whoever may connect to the database may write to the channel. */
function parseWakeUp(payload: string): { p: number; s: number } | null {
  try {
    const { p, s } = JSON.parse(payload);
    return Number.isSafeInteger(p) && Number.isSafeInteger(s) ? { p, s } : null;
  } catch {
    return null;
  }
}
