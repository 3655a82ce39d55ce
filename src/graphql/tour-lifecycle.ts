import type { Actor } from '../domain/actor.ts';
import type { Deps } from '../domain/deps.ts';
import { archiveTour, type LifecycleInput, launchTour, resumeTour, stopTour } from '../domain/tour/launch.ts';
import { builder } from './builder.ts';
import { REVISION_ERRORS } from './error.ts';
import { EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { tourSuccess, writtenTour } from './mutation.ts';

const TourLifecycleInput = builder.inputType('TourLifecycleInput', {
  description: 'Which tour, and from when on.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    at: t.field({ type: 'DateTime', description: 'Now when absent.' }),
  }),
});

interface Step {
  name: 'launchTour' | 'stopTour' | 'resumeTour' | 'archiveTour';
  description: string;
  success: string;
  change(deps: Deps, actor: Actor, input: LifecycleInput): Promise<void>;
}

const STEPS: Step[] = [
  {
    name: 'launchTour',
    change: launchTour,
    success: 'The tour runs, or will.',
    description: 'Sets the start date and clears the end date.',
  },
  { name: 'stopTour', change: stopTour, success: 'The tour has stopped, or will.', description: 'Sets the end date.' },
  {
    name: 'resumeTour',
    change: resumeTour,
    success: 'The tour runs again.',
    description: 'Clears the end date; a tour that was never launched starts.',
  },
  { name: 'archiveTour', change: archiveTour, success: 'The tour is archived.', description: 'Archives the tour and frees its name.' },
];

for (const { name, change, success, description } of STEPS) {
  const Name = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  builder.mutationField(name, (t) =>
    t.field({
      type: tourSuccess(`${Name}Success`, success),
      errors: { types: REVISION_ERRORS, union: { name: `${Name}Result` } },
      description: `${description} A pending draft stays.`,
      args: { input: t.arg({ type: TourLifecycleInput, required: true }) },
      resolve: async (_, { input }, context, info) => {
        await change(context.deps, context.actor, input);
        return writtenTour(context, input.tourId, info);
      },
    }),
  );
}
