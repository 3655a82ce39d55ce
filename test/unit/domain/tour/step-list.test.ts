import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StepList, stepId } from '../../../../src/domain/tour/step-list.ts';
import { applyStepOperations, type StepOperation } from '../../../../src/domain/tour/step-operations.ts';

type Step = { id: string; n: number };

/** The same operations on a plain list, written as they are described. */
function model(steps: readonly Step[], operation: StepOperation): Step[] {
  const at = (id: string) => steps.findIndex((step) => step.id === id);
  const put = (list: Step[], step: Step, after: string | null | undefined) => {
    if (after === undefined) return [...list, step];
    const place = after === null ? 0 : list.findIndex(({ id }) => id === after) + 1;
    return list.toSpliced(place, 0, step);
  };
  if ('add' in operation) return put([...steps], operation.add.step as Step, operation.add.after);
  if ('update' in operation)
    return steps.with(at(operation.update.stepId), {
      ...steps[at(operation.update.stepId)],
      ...(operation.update.patch as object),
    } as Step);
  if ('remove' in operation) return steps.toSpliced(at(operation.remove.stepId), 1);
  const { stepId: id, after } = operation.move;
  return after === id ? [...steps] : put(steps.toSpliced(at(id), 1), steps[at(id)] as Step, after);
}

describe('the steps of a tour', () => {
  it('change by operations as a plain list does', () => {
    const choice = fc.record({ kind: fc.nat(3), at: fc.nat(), after: fc.nat() });
    fc.assert(
      fc.property(fc.nat(6), fc.array(choice, { maxLength: 30 }), (size, choices) => {
        let expected: Step[] = Array.from({ length: size }, (_, n) => ({ id: `s${n}`, n }));
        const start = expected;
        const operations = choices.flatMap(({ kind, at, after }, n): StepOperation[] => {
          const ids = expected.map(({ id }) => id);
          const place = [undefined, null, ...ids][after % (ids.length + 2)];
          const id = ids[at % Math.max(1, ids.length)];
          const operation: StepOperation | undefined =
            kind === 0 || id === undefined
              ? { add: { step: { id: `new${n}`, n }, after: place } }
              : kind === 1
                ? { update: { stepId: id, patch: { n } } }
                : kind === 2
                  ? { move: { stepId: id, after: place } }
                  : { remove: { stepId: id } };
          expected = model(expected, operation);
          return [operation];
        });
        expect(applyStepOperations(start, operations)).toEqual(expected);
      }),
    );
  });

  it('means the first of several steps with one id', () => {
    const list = new StepList([{ id: 'a', n: 1 }, 'odd', { id: 'a', n: 2 }, { id: 'b' }]);
    expect(list.find('a')).toEqual({ id: 'a', n: 1 });
    expect(list.move('a', 'b')).toBe(true);
    expect(list.find('a')).toEqual({ id: 'a', n: 2 });
    list.remove('a');
    expect(list.find('a')).toEqual({ id: 'a', n: 1 });
    expect(list.toArray()).toEqual(['odd', { id: 'b' }, { id: 'a', n: 1 }]);
  });

  it('says whether a move has changed a place', () => {
    const list = new StepList([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect([list.move('b', 'a'), list.move('a', null), list.move('c', undefined), list.move('c', 'c')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([list.move('b', null), list.move('a', 'c')]).toEqual([true, true]);
    expect(list.toArray().map(stepId)).toEqual(['b', 'c', 'a']);
    expect([...list.upFrom('c')]).toEqual(['c', 'b']);
  });
});
