import type { TourEnvironment } from '../domain/tour/environment.ts';
import { readTour } from '../domain/tour/read.ts';
import { partOf, type Tour } from '../domain/tour/tour.ts';
import { builder } from './builder.ts';
import { ProjectRef } from './project.ts';
import { isSelected, tourParts } from './selection.ts';
import { loadTour, TourRef } from './tour.ts';

const TourEnvironmentRef = builder.objectRef<TourEnvironment & { tour: Tour }>('TourEnvironment').implement({
  description: 'Another project that a tour is published to.',
  fields: (t) => ({
    project: t.field({
      type: ProjectRef,
      description: 'Whose browsers are shown it, by the project’s own token.',
      resolve: ({ tour }) => partOf(tour, 'project'),
    }),
    tour: t.expose('tour', { type: TourRef, description: 'What it is published as there.' }),
    publishedRevision: t.exposeInt('publishedRevision', { description: 'The revision of the source that was published there last.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When that was.' }),
  }),
});

builder.objectField(TourRef, 'environments', (t) =>
  t.field({
    type: [TourEnvironmentRef],
    description:
      'The other projects that it is published to by `publishTourDraft(environment:)`, as far as the caller may see them, in the order of their ids.',
    resolve: async ({ id }, _, { deps, actor, loaders }, info) => {
      const inTour = tourParts(info, ['tour']);
      const parts = isSelected(info, 'project') ? [...inTour, 'project' as const] : inTour;
      const environments = (await loaders.tourEnvironments.load(id)).filter(({ projectId }) => actor.projectIds.includes(projectId));
      const tours = await Promise.all(environments.map(({ tourId }) => readTour(deps.db.sql, tourId, parts, actor.projectIds)));
      return environments.flatMap((environment, index) => {
        const tour = tours[index];
        return tour ? [{ ...environment, tour }] : [];
      });
    },
  }),
);

builder.objectField(TourRef, 'source', (t) =>
  t.field({
    type: TourRef,
    nullable: true,
    description:
      'The tour of another project that is published as this one. Null: there is none, it is gone, or the caller may not see it. Each publish of it writes over what was changed here.',
    resolve: (tour, _, context, info) => {
      const id = partOf(tour, 'sourceId');
      return id === null ? null : loadTour(context, id, info);
    },
  }),
);
