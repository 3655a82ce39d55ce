import { findSurveysById, type Survey } from '../domain/survey.ts';
import { builder } from './builder.ts';

export const SurveyRef = builder.objectRef<Survey>('Survey');

builder.node(SurveyRef, {
  id: { resolve: ({ id }) => id },
  loadManyWithoutCache: async (ids, { deps }) => {
    const found = new Map((await findSurveysById(deps, ids)).map((survey) => [survey.id, survey]));
    return ids.map((id) => found.get(id) ?? null);
  },
  description: 'A survey that a step of a tour asks.',
  fields: (t) => ({
    uuid: t.expose('id', { type: 'UUID' }),
    name: t.exposeString('name', { description: 'Unique in the project.' }),
    questions: t.expose('questions', {
      type: 'JSON',
      description: 'A list of questions; their ids stay the same for as long as the step exists.',
    }),
    appearance: t.expose('appearance', { type: 'JSON', nullable: true }),
    startDate: t.expose('startDate', { type: 'DateTime', nullable: true }),
    endDate: t.expose('endDate', { type: 'DateTime', nullable: true }),
  }),
});
