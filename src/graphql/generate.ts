import { GenerationError, NotConfiguredError } from '../domain/errors.ts';
import { type GeneratedStep, generateContent, prepareGeneration } from '../domain/tour/generate.ts';
import { IteratedStream } from '../live/iterated-stream.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { COMMON_ERRORS } from './error.ts';
import { guarded } from './guarded.ts';
import { TOUR_ID } from './input-descriptions.ts';
import { loadTour, TourRef } from './tour.ts';

const GeneratedStepRef = builder.objectRef<GeneratedStep>('GeneratedStep').implement({
  description: 'Texts for one step.',
  fields: (t) => ({
    stepId: t.exposeID('stepId', { description: 'The `id` of the step, as it was sent.' }),
    title: t.exposeString('title', { description: 'A few words, without markup.' }),
    description: t.exposeString('description', { description: 'A sentence or two, without markup.' }),
  }),
});

const GenerateTourContentInput = builder.inputType('GenerateTourContentInput', {
  description: 'What to write texts for.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    title: t.string({ description: 'What the tour is called.' }),
    goal: t.string({ description: 'What it is to achieve.' }),
    steps: t.field({
      type: 'JSON',
      description:
        'The steps to write for, as in content: a list of objects. Those of the types `element` and `modal` that ask nothing are written for, and need an `id`. The provider gets their texts and what is known of their elements, but no ids and no images.',
    }),
  }),
});

const GenerateTourContentSuccess = builder.objectRef<{ steps: GeneratedStep[]; tourId: string }>('GenerateTourContentSuccess').implement({
  description: 'The texts, in the order of the steps; steps that the provider left out are missing.',
  fields: (t) => ({
    tour: t.field({
      type: TourRef,
      nullable: true,
      description: 'Null: the tour has been deleted meanwhile.',
      resolve: ({ tourId }, _, context, info) => loadTour(context, tourId, info),
    }),
    steps: t.expose('steps', { type: [GeneratedStepRef] }),
  }),
});

builder.mutationField('generateTourContent', (t) =>
  t.field({
    type: GenerateTourContentSuccess,
    errors: { types: [...COMMON_ERRORS, NotConfiguredError, GenerationError], union: { name: 'GenerateTourContentResult' } },
    description:
      'Has titles and descriptions written for steps, by the content provider that this server is set up with. Nothing is stored. The project must have approved it (`aiDataProcessingApproved`).',
    args: { input: t.arg({ type: GenerateTourContentInput, required: true }) },
    async resolve(_, { input }, context) {
      const { deps, actor, gone } = context;
      try {
        return { tourId: input.tourId, steps: await generateContent(deps, actor, input, gone) };
      } catch (error) {
        throw reported(context, error, gone);
      }
    },
  }),
);

builder.subscriptionField('generateTourContent', (t) =>
  t.field({
    type: GeneratedStepRef,
    description:
      'The same as the mutation, with the texts of each step as soon as the provider has written them, in its order, each step once; completes after the last. What fails is an error with the code and the message of the mutation’s, `fields` and `missingScope` among its `extensions`; texts that came before it are good. Whoever subscribes again has them written anew, and whoever leaves ends the writing.',
    args: { input: t.arg({ type: GenerateTourContentInput, required: true }) },
    subscribe: async (_, { input }, context) => {
      const { projectId, write } = await prepareGeneration(context.deps, context.actor, input, true);
      const steps = new IteratedStream((gone) => reporting(context, write(gone), gone));
      return guarded(context, projectId, steps, 'product_tour:write');
    },
    resolve: (step) => step as GeneratedStep,
  }),
);

async function* reporting<Step>(context: Context, steps: AsyncIterable<Step>, gone: AbortSignal): AsyncGenerator<Step, void> {
  try {
    yield* steps;
  } catch (error) {
    throw reported(context, error, gone);
  }
}

/** The same error, of which the operators were told where it is of interest to them. */
function reported(context: Context, error: unknown, gone: AbortSignal): unknown {
  if (error instanceof GenerationError && !gone.aborted) context.report(error);
  return error;
}
