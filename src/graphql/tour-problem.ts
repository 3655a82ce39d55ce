import type { TourProblem } from '../domain/tour/problems/tour-problem.ts';
import { builder } from './builder.ts';

const ProblemSeverity = builder.enumType('ProblemSeverity', {
  description: 'How bad a problem of a tour or its draft is.',
  values: {
    ERROR: { description: 'A publish or launch is refused for it. Content that was written over REST can be live with it.' },
    WARNING: { description: 'The tour can be published, but this is probably a mistake.' },
  } as const,
});

export const TourProblemRef = builder.objectRef<TourProblem>('TourProblem').implement({
  description: 'A problem of a tour or its draft.',
  fields: (t) => ({
    severity: t.field({ type: ProblemSeverity, resolve: ({ severity }) => severity }),
    code: t.exposeString('code', { description: 'The rule, for a program.' }),
    message: t.exposeString('message', { description: 'The problem, for a person.' }),
    path: t.exposeString('path', {
      description: 'A JSON pointer to the value, under the keys of `TourDraft.raw`, such as `/content/conditions/selector`.',
    }),
  }),
});
