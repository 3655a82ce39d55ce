import { seesPreview } from '../domain/access.ts';
import { NotFoundError } from '../domain/errors.ts';
import { publicTour } from '../domain/public-tour.ts';
import { findTourPreview, type TourPerspective, type TourPreview } from '../domain/tour/preview.ts';
import type { FeedEvent } from '../live/draft-feed.ts';
import { builder } from './builder.ts';
import { guardedBy } from './guarded.ts';
import { TOUR_ID } from './input-descriptions.ts';
import { AFTER, startingPoint, TourDraftEventKind } from './subscription.ts';

const TourPerspectiveRef = builder.enumType('TourPerspective', {
  description: 'How a tour is looked at.',
  values: {
    DRAFT: { description: 'As the pending draft would have it; without a draft, as it is live.' },
    PUBLISHED: { description: 'As it is live, launched or not, whatever is being drafted.' },
  } as const,
});

const TourPreviewRef = builder.objectRef<TourPreview>('TourPreview').implement({
  description:
    'A tour as a browser shows it, and nothing else of it: no people, no targeting, no history, and of flags their keys alone. For those who may read the tour, and for whoever has a preview token for it.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', resolve: ({ tour }) => tour.id }),
    revision: t.exposeInt('revision', { description: '+1 with every write to the tour or its draft.' }),
    isDraft: t.exposeBoolean('isDraft', { description: 'Whether this is the draft; false: it is what is live.' }),
    payload: t.field({
      type: 'JSON',
      description:
        'The tour as browsers get it at `/api/product_tours/` once it is published: a page hands it to `posthog.productTours.previewTour(payload)`. A draft that lacks something is shown with what is live.',
      resolve: ({ tour }) => publicTour(tour),
    }),
  }),
});

const PREVIEW_ARGS = {
  tourId: { type: 'UUID', required: true, description: TOUR_ID },
  perspective: { type: TourPerspectiveRef, required: true, defaultValue: 'DRAFT', description: 'What to show.' },
} as const;

builder.queryField('tourPreview', (t) =>
  t.field({
    type: TourPreviewRef,
    nullable: true,
    description:
      'A tour as a browser shows it; null when there is none that the caller may look at. Scope `product_tour:read`, or a preview token.',
    args: { tourId: t.arg(PREVIEW_ARGS.tourId), perspective: t.arg(PREVIEW_ARGS.perspective) },
    resolve: (_, { tourId, perspective }, { deps, previewer }) => findTourPreview(deps, previewer, tourId, perspective),
  }),
);

const TourPreviewEvent = builder
  .objectRef<Pick<FeedEvent, 'cursor' | 'kind' | 'revision' | 'tourId'> & { perspective: TourPerspective }>('TourPreviewEvent')
  .implement({
    description: 'A change of a tour or its draft, for those who look at it.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Give it back as `after`, or as `Last-Event-ID`, to go on from here.' }),
      kind: t.field({ type: TourDraftEventKind, resolve: ({ kind }) => kind }),
      revision: t.exposeInt('revision'),
      preview: t.field({
        type: TourPreviewRef,
        nullable: true,
        description: 'The tour as it is to be shown now, which may be newer than `revision`; null once it is deleted.',
        resolve: ({ tourId, perspective }, _, { deps, previewer }) => findTourPreview(deps, previewer, tourId, perspective),
      }),
    }),
  });

builder.subscriptionField('tourPreviewChanged', (t) =>
  t.field({
    type: TourPreviewEvent,
    description:
      'The tour as a browser shows it, at the start and again after each change of the tour or its draft. Scope `product_tour:read`, or a preview token; a token that is revoked or expires, or whose tour is deleted, ends it with UNAUTHENTICATED within a second.',
    args: {
      tourId: t.arg(PREVIEW_ARGS.tourId),
      perspective: t.arg(PREVIEW_ARGS.perspective),
      after: t.arg.string({ description: AFTER }),
    },
    subscribe: async (_, { tourId, perspective, after }, context) => {
      const found = await findTourPreview(context.deps, context.previewer, tourId, perspective);
      if (!found) throw new NotFoundError();
      const tour = { id: tourId, projectId: found.projectId };
      const events = context.feed.tour({ tourId, projectId: tour.projectId, after: startingPoint(context, after) });
      return guardedBy(
        (now) => {
          if (!seesPreview(now, tour)) throw new NotFoundError();
        },
        context,
        { actor: context.previewer, projectId: tour.projectId },
        events,
      );
    },
    resolve: (event, { perspective }) => ({ ...(event as FeedEvent), perspective }),
  }),
);
