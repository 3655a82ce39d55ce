import fc from 'fast-check';
import { arbitraryFields } from './arbitrary-request.ts';
import { inGraphql } from './in-graphql.ts';

/** A request to write, as the body of a POST to /graphql. ID stands for a tour that is there, 0 for the project's id. */
export interface RandomMutation {
  query: string;
  variables: { input: Record<string, unknown> };
}

const DRAFTABLE = ['name', 'description', 'content', 'autoLaunch', 'targetingFlagFilters', 'linkedFlagId'];

const live = arbitraryFields.map(({ creation_context: _, start_date, end_date, ...fields }) => ({
  ...inGraphql(fields),
  ...(start_date !== undefined && { startDate: atMidnight(start_date) }),
  ...(end_date !== undefined && { endDate: atMidnight(end_date) }),
}));

/** GraphQL takes no date without a time; odd values stay odd. */
function atMidnight(date: unknown): unknown {
  return date === '2024-01-01' ? '2024-01-01T00:00:00Z' : date;
}

const draft = live.map((fields) => Object.fromEntries(Object.entries(fields).filter(([key]) => DRAFTABLE.includes(key))));

const odd = fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' });

/** Mostly what is meant, now and then anything. */
const likely = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 9, arbitrary }, { weight: 1, arbitrary: odd });

const tourId = likely(fc.constant('ID'));
const revision = fc.option(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer()), { freq: 1, nil: undefined });

const stepId = fc.constantFrom('a', 'b', 'c');
const step = likely(fc.record({ id: likely(stepId), type: likely(fc.constantFrom('modal', 'survey')), survey: odd }, { requiredKeys: [] }));
const operation = likely(
  fc.oneof(
    fc.record({ add: fc.record({ step, after: stepId }, { requiredKeys: ['step'] }) }),
    fc.record({ update: fc.record({ stepId, patch: step }) }),
    fc.record({ move: fc.record({ stepId, after: stepId }, { requiredKeys: ['stepId'] }) }),
    fc.record({ remove: fc.record({ stepId }) }),
  ),
);

/** These share one type of input. */
const LIFECYCLE = new Set(['launchTour', 'stopTour', 'resumeTour', 'archiveTour']);

/** What each mutation is given beside the tour and the revision. */
const INPUTS: Record<string, fc.Arbitrary<object>> = {
  updateTour: live,
  saveTourDraft: draft,
  publishTourDraft: fc.oneof(
    fc.record({ draft, idempotencyKey: fc.constantFrom('k', 'l') }, { requiredKeys: [] }),
    fc.record({ environment: likely(fc.constantFrom(1, 2)), idempotencyKey: fc.constantFrom('k', 'l') }, { requiredKeys: ['environment'] }),
  ),
  editTourDraftSteps: fc.record({ operations: fc.array(operation, { maxLength: 4 }) }),
  discardTourDraft: fc.constant({}),
  launchTour: fc.constant({}),
  stopTour: fc.record({ at: likely(fc.constant('2024-01-01T00:00:00Z')) }),
  resumeTour: fc.constant({}),
  archiveTour: fc.constant({}),
  restoreTourVersion: fc.record({ number: likely(fc.integer({ min: 0, max: 3 })) }),
  republishTourVersion: fc.record({ number: likely(fc.integer({ min: 0, max: 3 })) }),
  restoreTourDraft: fc.record({ revision: likely(fc.integer({ min: 0, max: 5 })) }),
  restoreTourRevision: fc.record({ revision: likely(fc.integer({ min: 0, max: 5 })) }),
};

const onTour = fc.constantFrom(...Object.keys(INPUTS)).chain((mutation) =>
  fc.tuple(tourId, revision, INPUTS[mutation] as fc.Arbitrary<object>).map(([id, expectedRevision, input]) => ({
    mutation,
    input: { tourId: id, ...(expectedRevision !== undefined && { expectedRevision }), ...input },
  })),
);

const create = fc
  .tuple(likely(fc.constant(0)), fc.uuid(), live)
  .map(([projectId, name, fields]) => ({ mutation: 'createTour', input: { projectId, name, ...fields } }));

const others = fc.record({
  mutation: fc.constantFrom('duplicateTour', 'deleteTour', 'generateTourContent', 'restoreDeletedTour'),
  input: fc.record({ tourId }),
});

/** Requests to write, most of which get as far as the domain. */
export const arbitraryMutation: fc.Arbitrary<RandomMutation> = fc
  .oneof({ weight: 8, arbitrary: onTour }, { weight: 2, arbitrary: create }, { weight: 1, arbitrary: others })
  .map(({ mutation, input }) => {
    const inputType = LIFECYCLE.has(mutation) ? 'TourLifecycleInput' : `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    return { query: `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { __typename } }`, variables: { input } };
  });
