import { missingTargetRange, missingTargets } from '../domain/tour/page-safety/missing-targets.ts';
import { findCrash } from '../domain/tour/page-safety/page-problems.ts';
import { pageTourProblems } from '../domain/tour/page-safety/tour-problems.ts';
import { partOf } from '../domain/tour/tour.ts';
import { builder } from './builder.ts';
import { DOCUMENT_COST } from './limits.ts';
import { TourRef } from './tour.ts';
import { TourProblemRef } from './tour-problem.ts';

builder.objectField(TourRef, 'problems', (t) =>
  t.field({
    type: [TourProblemRef],
    complexity: { field: 30, multiplier: 1 },
    description:
      'Problems of the live tour on the pages of visitors: values that the SDK cannot evaluate, such as an invalid CSS selector, at most 100; and, with the code `target_missing`, steps whose element some persons did not find in the last 7 days.',
    resolve: async (tour, _, { deps, loaders }) => {
      const content = partOf(tour, 'content').value;
      const stats = await loaders.tourStats.load({ tourId: tour.id, projectId: tour.projectId, ...missingTargetRange(deps.clock()) });
      return [...pageTourProblems(content), ...missingTargets(content, stats)];
    },
  }),
);

builder.objectField(TourRef, 'isWithheld', (t) =>
  t.boolean({
    complexity: DOCUMENT_COST,
    description:
      'True: browsers do not receive the tour, because the SDK would throw an error on it, which stops every other tour of the page too. `problems` contains the reason. Such content can only go live over REST.',
    resolve: (tour) => findCrash(partOf(tour, 'content').value) !== null,
  }),
);
