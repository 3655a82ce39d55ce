import * as errors from '../domain/errors.ts';
import type { Tour } from '../domain/tour/tour.ts';
import { builder } from './builder.ts';
import { loadTour, TourRef } from './tour.ts';
import { UserRef } from './user.ts';

/** The codes that a typed error of a mutation may carry; the frank variants of "not there" are REST's alone. */
const ErrorCode = builder.enumType('ErrorCode', {
  description: 'Why a mutation was refused.',
  values: {
    VALIDATION_FAILED: { description: 'The input breaks a rule; `fields` says which.' },
    NO_DRAFT: { description: 'There is no draft to publish or to schedule.' },
    IDEMPOTENCY_KEY_REUSED: { description: 'The idempotency key was used before, for another input.' },
    NOT_FOUND: { description: 'Not there, or not there for this caller.' },
    MISSING_SCOPE: { description: 'The key lacks a scope; `missingScope` says which.' },
    KEY_LIMITED: { description: 'The key may do too little: it would not open what it makes, or the key to revoke may do more.' },
    NOT_APPROVED: { description: 'The project has not approved what this needs.' },
    CONFLICT: { description: 'The tour has moved on since the revision named.' },
    DRAFT_PENDING: {
      description:
        'The tour has a draft, which the change would end: `refuseIfDraft` forbids that, or it is what a tour of another project is published as.',
    },
    NOT_CONFIGURED: { description: 'The server is not set up for this.' },
    GENERATION_FAILED: { description: 'The content provider gave no texts that could be used; `message` says why.' },
    GENERATION_EMPTY: { description: 'The content provider answered with nothing.' },
  } as const,
});

const ErrorInterface = builder.interfaceRef<errors.DomainError>('Error').implement({
  description: 'What every typed error has. Nothing was written.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong, for a person.' }),
    code: t.field({
      type: ErrorCode,
      description: 'What is wrong, for a program.',
      resolve: ({ code }) => (code in ErrorCodes ? (code as keyof typeof ErrorCodes) : 'NOT_FOUND'),
    }),
  }),
});

const ErrorCodes = {
  VALIDATION_FAILED: true,
  NO_DRAFT: true,
  IDEMPOTENCY_KEY_REUSED: true,
  NOT_FOUND: true,
  MISSING_SCOPE: true,
  KEY_LIMITED: true,
  NOT_APPROVED: true,
  CONFLICT: true,
  DRAFT_PENDING: true,
  NOT_CONFIGURED: true,
  GENERATION_FAILED: true,
  GENERATION_EMPTY: true,
};

export const FieldError = builder.objectRef<errors.FieldProblem>('FieldError').implement({
  description: 'One thing that is wrong with the input.',
  fields: (t) => ({
    path: t.exposeString('path', {
      nullable: true,
      description: 'The input field, with dots for nesting; null when several together are to blame.',
    }),
    code: t.exposeString('code', {
      description: 'The rule, as the REST layer names it: `required`, `null`, `blank`, `max_length`, `unique`, `invalid_input`, ….',
    }),
    message: t.exposeString('message', { description: 'What is wrong with it.' }),
    pointer: t.string({
      nullable: true,
      description: 'A JSON pointer to the place in the draft, as in `TourDraft.problems`, when a publish is refused for it.',
      resolve: ({ pointer }) => pointer ?? null,
    }),
  }),
});

builder.objectType(errors.ValidationError, {
  name: 'ValidationError',
  description: 'The input breaks a rule.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ fields: t.expose('fields', { type: [FieldError], description: 'Every problem found, in the order of the fields.' }) }),
});

builder.objectType(errors.NotFoundError, {
  name: 'NotFoundError',
  description: 'Not there, or not there for this caller.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    subject: t.exposeString('subject', {
      nullable: true,
      description: 'What was not found, as the input names it, for example `project 7`. Null where the message says all.',
    }),
  }),
});

builder.objectType(errors.PermissionError, {
  name: 'PermissionError',
  description: 'The caller may not do this to what it may see.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ missingScope: t.exposeString('missingScope', { nullable: true, description: 'The scope that the key would need.' }) }),
});

builder.objectType(errors.ConflictError, {
  name: 'ConflictError',
  description:
    'Others changed the same paths since the revision that the caller named; or, with the code DRAFT_PENDING, the tour has a draft that was not to end.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', {
      description: 'The revision that the caller named; of DRAFT_PENDING without one, the current.',
    }),
    currentRevision: t.exposeInt('currentRevision', { description: 'The revision of the tour now.' }),
    changedBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'Who made the newest change of one of those paths, or saved the draft last.',
      resolve: ({ changedById }, _, { loaders }) => (changedById === null ? null : loaders.user.load(changedById)),
    }),
    conflictingPaths: t.exposeStringList('conflictingPaths', {
      description:
        'JSON pointers into the draft. Where the changes of other paths would have been kept, steps are named by their ids, `/content/steps/welcome/contentHtml`; where any change is a conflict, by their positions.',
    }),
    base: t.expose('base', {
      type: 'JSON',
      nullable: true,
      description:
        'What the caller had seen: the draft at `expectedRevision`, or the live fields that one would have started from, under the keys of `TourDraft.raw`. Null when the history does not reach back that far.',
    }),
    tour: t.field({
      type: TourRef,
      description: 'The tour as it is now.',
      resolve: async ({ tourId }, _, context, info) => (await loadTour(context, tourId, info)) as Tour,
    }),
  }),
});

builder.objectType(errors.NotConfiguredError, {
  name: 'NotConfiguredError',
  description: 'The server is not set up for this.',
  interfaces: [ErrorInterface],
});

builder.objectType(errors.GenerationError, {
  name: 'GenerationError',
  description: 'The content provider wrote nothing that could be used. Asking again may help.',
  interfaces: [ErrorInterface],
});

/** The typed errors of a mutation on something that exists. */
export const COMMON_ERRORS = [errors.ValidationError, errors.NotFoundError, errors.PermissionError];

/** The typed errors of a mutation that may name a revision. */
export const REVISION_ERRORS = [...COMMON_ERRORS, errors.ConflictError];
