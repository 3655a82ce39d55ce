import { requireProject } from '../domain/access.ts';
import type { Scope } from '../domain/actor.ts';
import type { LiveStream } from '../live/live-stream.ts';
import type { Context } from './context.ts';

/** Each event only for whom it concerns at its moment: who has lost the key, the project or the scope gets an error instead. */
export function guarded<Event>(
  { access, actor, caller }: Context,
  projectId: number,
  events: LiveStream<Event>,
  scope: Scope = 'product_tour:read',
): LiveStream<Event> {
  return access.guard(events, actor, (now) => {
    requireProject(now, projectId, scope);
    caller.actor = now;
  });
}
