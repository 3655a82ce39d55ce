import type { StepChange, StepDiff } from '../domain/tour/step-diff.ts';
import { builder } from './builder.ts';

const StepChangeRef = builder.objectRef<StepChange>('StepChange').implement({
  description: 'What became of one step. Numbers are places in the tour, from 1.',
  fields: (t) => ({
    stepId: t.exposeID('stepId', { nullable: true, description: 'Null: the step has none.' }),
    number: t.exposeInt('number', { nullable: true, description: 'Where it is now. Null: it was removed.' }),
    previousNumber: t.exposeInt('previousNumber', { nullable: true, description: 'Where it was. Null: it was added.' }),
    changedKeys: t.exposeStringList('changedKeys', { description: 'The keys of the step that differ, as in `raw`.' }),
  }),
});

export const StepDiffRef = builder.objectRef<StepDiff>('StepDiff').implement({
  description:
    'What makes some steps into others, told by their ids; steps that share an id, or have none, are paired in their order. A step that was moved and changed is in both lists.',
  fields: (t) => ({
    added: t.expose('added', { type: [StepChangeRef] }),
    removed: t.expose('removed', { type: [StepChangeRef] }),
    moved: t.expose('moved', {
      type: [StepChangeRef],
      description: 'The fewest steps that have to change places; those that only make room are not among them.',
    }),
    changed: t.expose('changed', { type: [StepChangeRef] }),
  }),
});
