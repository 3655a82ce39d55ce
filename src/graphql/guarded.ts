import { requireProject } from '../domain/access.ts';
import type { LiveStream } from '../live/live-stream.ts';
import type { Context } from './context.ts';

/** Each event only for whom it concerns at its moment: who has lost the key, the project or the scope gets an error instead. */
export function guarded<Event>({ access, actor, caller }: Context, projectId: number, events: LiveStream<Event>): LiveStream<Event> {
  return access.guard(events, actor, (now) => {
    requireProject(now, projectId, 'product_tour:read');
    caller.actor = now;
  });
}
