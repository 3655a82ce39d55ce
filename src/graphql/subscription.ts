import { requireProject } from '../domain/access.ts';
import type { TourEventKind } from '../domain/tour/event.ts';
import { lostDraftCause } from '../domain/tour/lost-draft.ts';
import { getTour } from '../domain/tour/read.ts';
import type { FeedEvent } from '../live/draft-feed.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { guarded } from './guarded.ts';
import { TOUR_ID } from './input-descriptions.ts';
import { JsonPatchOperation } from './json-patch.ts';
import { LostDraftCause } from './lost-draft.ts';
import { loadTour, TourRef } from './tour.ts';
import { UserRef } from './user.ts';

export const TourDraftEventKind = builder.enumType('TourDraftEventKind', {
  description: 'A kind of event.',
  values: {
    SNAPSHOT: { description: 'The first event of a subscription without a cursor: where things stand.' },
    RESUMED: { description: 'The first event after a good cursor: everything after it follows.' },
    RESET: { description: 'The cursor is too old, or too much was missed: read again, and go on from here.' },
    SAVED: { description: 'The draft was saved; with an empty `patch`, also: what is scheduled for it has changed.' },
    PUBLISHED: { description: 'The draft went live.' },
    DISCARDED: { description: 'The draft was discarded.' },
    UPDATED: { description: 'The live tour was created or changed directly.' },
    DELETED: { description: 'The tour is gone; its own subscription ends.' },
  } as const,
});

const TourDraftEvent = builder.objectRef<FeedEvent>('TourDraftEvent').implement({
  description:
    'One change. Revisions of a tour rise strictly, and `previousRevision` is the one delivered before: a subscriber can prove that it missed nothing. In a project’s feed, SNAPSHOT, RESUMED and RESET are about no tour: their `tourId` is all zeros and `revision` is 0.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Give it back as `after`, or as `Last-Event-ID`, to go on from here, on any node and after any restart.',
    }),
    kind: t.field({ type: TourDraftEventKind, resolve: ({ kind }) => kind }),
    tourId: t.expose('tourId', { type: 'UUID' }),
    revision: t.exposeInt('revision'),
    previousRevision: t.exposeInt('previousRevision', { nullable: true, description: 'Null for the first event of a tour.' }),
    hasDraft: t.exposeBoolean('hasDraft'),
    patch: t.field({
      type: [JsonPatchOperation],
      nullable: true,
      description: 'The draft at `previousRevision` -> the draft at `revision` (RFC 6902); null where a full read is needed.',
      resolve: ({ patch }) => patch?.value as never,
    }),
    tour: t.field({
      type: TourRef,
      nullable: true,
      description: 'The tour as it is now, which may be newer than `revision`; null once deleted.',
      resolve: ({ tourId, revision }, _, context, info) => (revision === 0 ? null : loadTour(context, tourId, info)),
    }),
    lostDraft: t.field({
      type: LostDraftCause,
      nullable: true,
      description:
        'How the draft ended that this event took away without making it live; `restoreTourDraft` brings it back by this `revision`. Null: none was lost.',
      resolve: ({ kind, losesDraft }) => (losesDraft ? lostDraftCause(kind as TourEventKind) : null),
    }),
    actor: t.field({
      type: UserRef,
      nullable: true,
      description: 'The user who made the change. Null: the user no longer exists, or a scheduled publish failed.',
      resolve: ({ actorId }, _, { loaders }) => (actorId === null ? null : loaders.user.load(actorId)),
    }),
    clientMutationId: t.exposeString('clientMutationId', {
      nullable: true,
      description: 'As given with the save, so that an editor knows its own echo.',
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
  }),
});

/** A browser that reconnects repeats its first request, `after` included, and says with `Last-Event-ID` how far it came since. */
export function startingPoint({ caller }: Context, after: string | null | undefined): string | null {
  return caller.stream?.lastEventId ?? after ?? null;
}

export const AFTER = 'The cursor of the last event seen. Absent: start with a SNAPSHOT.';

builder.subscriptionField('tourDraftChanged', (t) =>
  t.field({
    type: TourDraftEvent,
    description: 'Every change of a tour and its draft, in order, each once.',
    args: { tourId: t.arg({ type: 'UUID', required: true, description: TOUR_ID }), after: t.arg.string({ description: AFTER }) },
    subscribe: async (_, { tourId, after }, context) => {
      const { projectId } = await getTour(context.deps, context.actor, tourId, []);
      return guarded(context, projectId, context.feed.tour({ tourId, projectId, after: startingPoint(context, after) }));
    },
    resolve: (event) => event as FeedEvent,
  }),
);

builder.subscriptionField('projectDraftsChanged', (t) =>
  t.field({
    type: TourDraftEvent,
    description: 'Every change of every tour of a project and its drafts, in the order of their commits.',
    args: {
      projectId: t.arg.int({ required: true, description: '`databaseId` of the project.' }),
      after: t.arg.string({ description: AFTER }),
    },
    subscribe: (_, { projectId, after }, context) => {
      requireProject(context.actor, projectId, 'product_tour:read');
      return guarded(context, projectId, context.feed.project({ projectId, after: startingPoint(context, after) }));
    },
    resolve: (event) => event as FeedEvent,
  }),
);
