import { getTour } from '../domain/tour/read.ts';
import type { PresentClient } from '../live/presence.ts';
import { untilEnd } from '../live/until-end.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { guarded } from './guarded.ts';
import { TOUR_ID } from './input-descriptions.ts';
import { loadTour, TourRef } from './tour.ts';
import { UserRef } from './user.ts';

const TourPresence = builder.objectRef<PresentClient>('TourPresence').implement({
  description: 'Somebody who has a tour open. A hint among people, not a lock.',
  fields: (t) => ({
    user: t.field({
      type: UserRef,
      nullable: true,
      description: 'Who; null when the user was deleted meanwhile.',
      resolve: ({ userId }, _, { loaders }) => loaders.user.load(userId),
    }),
    clientId: t.exposeString('clientId', { description: 'The tab or device, as it calls itself.' }),
    stepId: t.exposeID('stepId', { nullable: true, description: 'The step it is at; null: none in particular.' }),
    since: t.expose('since', { type: 'DateTime', description: 'When it came.' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: 'When it last reported.' }),
  }),
});

builder.subscriptionField('tourPresence', (t) =>
  t.field({
    type: [TourPresence],
    description:
      'Who has the tour open, first come first: everybody at the start, and everybody again whenever somebody comes, goes or is at another step. Completes when the tour is deleted.',
    args: { tourId: t.arg({ type: 'UUID', required: true, description: TOUR_ID }) },
    subscribe: async (_, { tourId }, context) => {
      const { projectId } = await getTour(context.deps, context.actor, tourId, []);
      const isThere = context.feed.tour({ tourId, projectId });
      return guarded(context, projectId, untilEnd(context.presence.watch(tourId), isThere));
    },
    resolve: (clients) => clients as PresentClient[],
  }),
);

const ReportTourPresenceInput = builder.inputType('ReportTourPresenceInput', {
  description: 'Who is where.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    clientId: t.string({ required: true, description: 'A name for this tab or device, the same in each report.' }),
    stepId: t.id({ description: 'The step that the user is at.' }),
    leaving: t.boolean({ description: 'True: the client closes the tour now.' }),
  }),
});

const ReportTourPresenceSuccess = builder.objectRef<{ expiresAt: Date; tourId: string }>('ReportTourPresenceSuccess').implement({
  description: 'The report was passed on.',
  fields: (t) => ({
    tour: t.field({
      type: TourRef,
      nullable: true,
      description: 'Null: the tour has been deleted meanwhile.',
      resolve: ({ tourId }, _, context, info) => loadTour(context, tourId, info),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the client counts as gone, unless it reports again.' }),
  }),
});

builder.mutationField('reportTourPresence', (t) =>
  t.field({
    type: ReportTourPresenceSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'ReportTourPresenceResult' } },
    description:
      'Says that the caller has a tour open. Repeat it every 5 seconds; after 15 seconds of silence the client counts as gone. A tour takes 200 clients at once, 100 of them of one user; a key, a user and a project have further limits (RATE_LIMITED). Scope `product_tour:read`.',
    args: { input: t.arg({ type: ReportTourPresenceInput, required: true }) },
    resolve: async (_, { input: { tourId, clientId, stepId, leaving } }, { deps, actor, presence }) => {
      const { projectId } = await getTour(deps, actor, tourId, []);
      const report = {
        tourId,
        projectId,
        userId: actor.userId,
        keyId: actor.keyId,
        clientId,
        stepId: stepId == null ? null : String(stepId),
        isLeaving: leaving ?? false,
      };
      return { tourId, expiresAt: await presence.report(report) };
    },
  }),
);
