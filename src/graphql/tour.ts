import type { GraphQLResolveInfo } from 'graphql';
import { ALL_PARTS } from '../domain/tour/columns.ts';
import { tourStatus } from '../domain/tour/lifecycle.ts';
import { findTour, findToursById, readTour } from '../domain/tour/read.ts';
import { linkedSurveyIds } from '../domain/tour/survey-links.ts';
import { partOf, type Tour } from '../domain/tour/tour.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { FeatureFlagRef } from './feature-flag.ts';
import { TOUR_ID } from './input-descriptions.ts';
import { ProjectRef } from './project.ts';
import { tourParts } from './selection.ts';
import { SurveyRef } from './survey.ts';
import { readTargeting, TargetingRef } from './targeting.ts';
import { TourContent } from './tour-content.ts';
import { TourStatus, TourType } from './tour-filter.ts';
import { UserRef } from './user.ts';

/** `Tour`. Its rows are read by the domain with exactly the parts that the operation selects (selection.ts). */
export const TourRef = builder.objectRef<Tour>('Tour');

builder.node(TourRef, {
  id: { resolve: ({ id }) => id },
  loadManyWithoutCache: (ids, { deps, actor }) => findToursById(deps, actor, ids, ALL_PARTS),
  description: 'A guided tour, an announcement or a banner: what is live, with a draft beside it.',
  fields: (t) => ({
    uuid: t.expose('id', { type: 'UUID', description: 'The id that the REST layer shows and that arguments take.' }),
    project: t.field({ type: ProjectRef, resolve: (tour) => partOf(tour, 'project') }),
    name: t.exposeString('name', { description: 'Up to 400 characters, unique among the project’s tours that are not archived.' }),
    description: t.exposeString('description'),
    status: t.field({
      type: TourStatus,
      description: 'Told from the dates and `archived`, at the moment of asking.',
      resolve: (tour, _, { deps }) => tourStatus(tour, deps.clock()),
    }),
    type: t.field({ type: TourType, resolve: (tour) => partOf(tour, 'type') }),
    content: t.field({ type: TourContent, resolve: (tour) => partOf(tour, 'content') }),
    autoLaunch: t.exposeBoolean('autoLaunch', {
      description: 'Whether browsers show the tour by themselves, to those whom its internal flag lets in.',
    }),
    startDate: t.expose('startDate', { type: 'DateTime', nullable: true, description: 'Launched from then on; null: never launched.' }),
    endDate: t.expose('endDate', { type: 'DateTime', nullable: true, description: 'Stopped from then on.' }),
    archived: t.exposeBoolean('archived'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    createdBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'Null when the user is gone.',
      resolve: (tour) => partOf(tour, 'createdBy'),
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'Moves with every write to what the tour or its draft holds; not with what is scheduled.',
    }),
    revision: t.exposeInt('revision', { description: '+1 with every write to the tour or its draft, in commit order.' }),
    internalTargetingFlag: t.field({
      type: FeatureFlagRef,
      nullable: true,
      description: 'Decides who is shown the tour; made when auto-launch is first switched on.',
      resolve: (tour) => partOf(tour, 'internalTargetingFlag'),
    }),
    linkedFlag: t.field({
      type: FeatureFlagRef,
      nullable: true,
      description: 'A flag that must be on as well.',
      resolve: (tour) => partOf(tour, 'linkedFlag'),
    }),
    targeting: t.field({
      type: TargetingRef,
      nullable: true,
      description: 'Whom the tour is shown to. Null: everyone. Conditions that the gateway adds by itself are not part of it.',
      resolve: (tour) => readTargeting(partOf(tour, 'targeting'), tour.id),
    }),
    targetingFlagFilters: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Whom to show the tour, as condition groups; null: everybody. Conditions that the gateway adds by itself are not in it.',
      resolve: (tour) => partOf(tour, 'targeting'),
    }),
    linkedSurveys: t.field({
      type: [SurveyRef],
      description: 'The surveys that the live steps ask, in the order of the steps.',
      resolve: async (tour, _, { loaders }) => {
        const ids = linkedSurveyIds(partOf(tour, 'content').value);
        const surveys = await Promise.all(ids.map((id) => loaders.survey.load(id)));
        return surveys.filter((survey) => survey?.tourId === tour.id).filter((survey) => survey !== null);
      },
    }),
    hasDraft: t.exposeBoolean('hasDraft'),
  }),
});

/** The tour of a result or an event, with what is selected of it; past any check of scope, which the caller has made. */
export function loadTour({ deps, actor }: Context, tourId: string, info: GraphQLResolveInfo): Promise<Tour | null> {
  return readTour(deps.db.sql, tourId, tourParts(info), actor.projectIds);
}

builder.queryField('tour', (t) =>
  t.field({
    type: TourRef,
    nullable: true,
    description: 'A tour by the id that the REST layer shows, archived or not.',
    args: { id: t.arg({ type: 'UUID', required: true, description: TOUR_ID }) },
    resolve: (_, { id }, context, info) => findTour(context.deps, context.actor, id, tourParts(info)),
  }),
);
