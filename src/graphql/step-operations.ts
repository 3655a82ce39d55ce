import { ValidationError } from '../domain/errors.ts';
import { editDraftSteps } from '../domain/tour/edit-steps.ts';
import type { StepOperation } from '../domain/tour/step-operations.ts';
import { builder } from './builder.ts';
import { stepJson } from './content/input-json.ts';
import { TourStepInput } from './content/input-type.ts';
import { savedDraft } from './draft-mutations.ts';
import { REVISION_ERRORS } from './error.ts';
import { CLIENT_MUTATION_ID, EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { writtenParts } from './mutation.ts';

const STEP_ID = 'The `id` of the step.';
const AFTER =
  'The id of the step to stand behind; null: first; absent: last. When others have removed that step since `expectedRevision`: behind the nearest one before it that is left, or else last.';

const AddStep = builder.inputType('AddStep', {
  description: 'Adds a step.',
  fields: (t) => ({
    step: t.field({ type: 'JSON', description: 'The step, as JSON. Its `id` is a text or a number; without one it gets one.' }),
    typedStep: t.field({
      type: TourStepInput,
      description: 'The same as `step`, with a field for each known key. Set exactly one of the two.',
    }),
    after: t.id({ description: AFTER }),
  }),
});

const UpdateStep = builder.inputType('UpdateStep', {
  description: 'Changes a step.',
  fields: (t) => ({
    stepId: t.id({ required: true, description: STEP_ID }),
    patch: t.field({ type: 'JSON', required: true, description: 'A JSON Merge Patch (RFC 7396) on the step: null removes a key.' }),
  }),
});

const MoveStep = builder.inputType('MoveStep', {
  description: 'Moves a step.',
  fields: (t) => ({ stepId: t.id({ required: true, description: STEP_ID }), after: t.id({ description: AFTER }) }),
});

const RemoveStep = builder.inputType('RemoveStep', {
  description: 'Takes a step out.',
  fields: (t) => ({ stepId: t.id({ required: true, description: STEP_ID }) }),
});

const StepOperationInput = builder.inputType('StepOperation', {
  description: 'One change of one step, which is named by its id.',
  isOneOf: true,
  fields: (t) => ({
    add: t.field({ type: AddStep, description: 'Adds a step.' }),
    update: t.field({ type: UpdateStep, description: 'Changes a step.' }),
    move: t.field({ type: MoveStep, description: 'Moves a step.' }),
    remove: t.field({ type: RemoveStep, description: 'Takes a step out.' }),
  }),
});

/** The operation with the step that it adds as JSON, whichever way the step was given. */
function withJsonStep(operation: typeof StepOperationInput.$inferInput, index: number): StepOperation {
  if (!operation.add) return operation as StepOperation;
  const { step, typedStep, after } = operation.add;
  const path = `operations.${index}.add`;
  const isTyped = typedStep != null;
  if (isTyped && step !== undefined)
    throw new ValidationError([{ path, code: 'invalid_input', message: 'Set either `step` or `typedStep`, not both.' }]);
  if (!isTyped && step === undefined)
    throw new ValidationError([{ path: `${path}.step`, code: 'required', message: 'Set either `step` or `typedStep`.' }]);
  return { add: { step: isTyped ? stepJson(typedStep, `${path}.typedStep`) : step, after } };
}

const EditTourDraftStepsInput = builder.inputType('EditTourDraftStepsInput', {
  description: 'Changes of single steps of the draft.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    clientMutationId: t.string({ description: CLIENT_MUTATION_ID }),
    operations: t.field({ type: [StepOperationInput], required: true, description: 'Done one after the other; all or none.' }),
  }),
});

builder.mutationField('editTourDraftSteps', (t) =>
  t.field({
    type: savedDraft('EditTourDraftStepsSuccess', 'The steps were changed.'),
    errors: { types: REVISION_ERRORS, union: { name: 'EditTourDraftStepsResult' } },
    description:
      'Adds, changes, moves and removes steps of the draft by their ids: people on different steps never collide. From an older `expectedRevision`, the operations are made to the steps as they are now; ConflictError when a step that one of them names was changed under the same keys, moved elsewhere or removed since.',
    args: { input: t.arg({ type: EditTourDraftStepsInput, required: true }) },
    resolve: (_, { input: { operations, ...input } }, { deps, actor, maxSteps }, info) =>
      editDraftSteps(deps, actor, { ...input, maxSteps, operations: operations.map(withJsonStep) }, writtenParts(info)),
  }),
);
