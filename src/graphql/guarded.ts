import { requireProject } from '../domain/access.ts';
import type { Actor, Scope } from '../domain/actor.ts';
import type { LiveStream } from '../live/live-stream.ts';
import type { Context } from './context.ts';

/** Each event only for whom it concerns at its moment: who has lost the key, the project or the scope gets an error instead. */
export function guarded<Event>(
  context: Context,
  projectId: number,
  events: LiveStream<Event>,
  scope: Scope = 'product_tour:read',
): LiveStream<Event> {
  return guardedBy((now) => requireProject(now, projectId, scope), context, { actor: context.actor, projectId }, events);
}

/** The same by a rule of its own, which throws where the actor has no right to the next event. The stream counts for the actor and the project. */
export function guardedBy<Event>(
  rule: (now: Actor) => void,
  { access, caller }: Context,
  { actor, projectId }: { actor: Actor; projectId: number },
  events: LiveStream<Event>,
): LiveStream<Event> {
  return access.guard(events, actor, projectId, (now) => {
    rule(now);
    caller.actor = now;
  });
}
