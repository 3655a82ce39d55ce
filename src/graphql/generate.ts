import { NotConfiguredError } from '../domain/errors.ts';
import { type GeneratedStep, generateContent } from '../domain/tour/generate.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { TOUR_ID } from './input-descriptions.ts';

const GeneratedStepRef = builder.objectRef<GeneratedStep>('GeneratedStep').implement({
  description: 'Texts for one step.',
  fields: (t) => ({
    stepId: t.exposeID('stepId'),
    title: t.exposeString('title', { description: 'A few words.' }),
    description: t.exposeString('description', { description: 'A sentence or two.' }),
  }),
});

const GenerateTourContentInput = builder.inputType('GenerateTourContentInput', {
  description: 'What to write texts for.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    title: t.string({ description: 'What the tour is called.' }),
    goal: t.string({ description: 'What it is to achieve.' }),
    steps: t.field({ type: 'JSON', description: 'The steps to write for, as in content.' }),
  }),
});

const GenerateTourContentSuccess = builder.objectRef<{ steps: GeneratedStep[] }>('GenerateTourContentSuccess').implement({
  description: 'The texts; steps that were left out are missing.',
  fields: (t) => ({ steps: t.expose('steps', { type: [GeneratedStepRef] }) }),
});

builder.mutationField('generateTourContent', (t) =>
  t.field({
    type: GenerateTourContentSuccess,
    errors: { types: [...COMMON_ERRORS, NotConfiguredError], union: { name: 'GenerateTourContentResult' } },
    description: 'Has texts written for steps. Nothing is stored.',
    args: { input: t.arg({ type: GenerateTourContentInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ steps: await generateContent(deps, actor, input) }),
  }),
);
