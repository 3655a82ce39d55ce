import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedSteps } from '../../../../src/domain/tour/moved-steps.ts';
import { rebaseSteps } from '../../../../src/domain/tour/rebase-steps.ts';
import { applyStepOperations, namedStep, type StepOperation, stepsOf, withSteps } from '../../../../src/domain/tour/step-operations.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const BASE = { content: { steps: NAMES.map((id) => ({ id })) } };

/** Operations on these steps and one new one, which may refer to any. */
const operationsOn = (own: readonly string[], added: string): fc.Arbitrary<StepOperation[]> => {
  const after = fc.constantFrom(null, undefined, ...NAMES);
  const stepId = fc.constantFrom(...own);
  const operation = fc.oneof(
    fc.record({ move: fc.record({ stepId, after }) }),
    fc.record({ update: fc.record({ stepId, patch: fc.record({ contentHtml: fc.string() }) }) }),
    fc.record({ remove: fc.record({ stepId }) }),
    fc.record({ add: fc.record({ step: fc.constant({ id: added }), after }) }),
  );
  return fc.array(operation, { minLength: 1, maxLength: 5 });
};

const make = (operations: StepOperation[]) => withSteps(BASE, applyStepOperations(stepsOf(BASE), operations));

function isPossible(operations: StepOperation[]): boolean {
  try {
    make(operations);
    return true;
  } catch {
    return false;
  }
}

describe('operations on steps', () => {
  it('never collide with those on other steps, and lose none of either', () => {
    fc.assert(
      fc.property(
        operationsOn(['a', 'c', 'e'], 'x').filter(isPossible),
        operationsOn(['b', 'd'], 'y').filter(isPossible),
        (others, own) => {
          const [theirs, mine] = [make(others), make(own)];
          const moves = others.filter((operation) => 'move' in operation).map(namedStep);
          const { value, conflicts } = rebaseSteps(BASE, theirs, own, [{ before: BASE, after: theirs, movedSteps: moves, actorId: 1 }]);
          expect(conflicts).toEqual([]);
          const of = (draft: unknown, ids: string) =>
            stepsOf(draft as typeof BASE).filter((step) => ids.includes((step as { id: string }).id));
          expect(of(value, 'acex')).toEqual(of(theirs, 'acex'));
          expect(new Set(of(value, 'bdy'))).toEqual(new Set(of(mine, 'bdy')));
        },
      ),
    );
  });

  it('alone come out as if nobody else had been there', () => {
    fc.assert(
      fc.property(operationsOn(NAMES, 'x').filter(isPossible), (own) => {
        expect(rebaseSteps(BASE, BASE, own, [])).toEqual({ value: make(own), conflicts: [], isRebased: false });
      }),
    );
  });
});

describe('the steps that were moved', () => {
  const steps = (ids: string) => [...ids].map((id) => ({ id }));

  it.each([
    ['abcd', 'abcd', ''],
    ['abcd', 'bcda', 'a'],
    ['abcd', 'dabc', 'd'],
    ['abcd', 'bacd', ''],
    ['abcd', 'dbca', 'da'],
    ['abcd', 'bxcday', 'a'],
    ['abcd', 'ca', ''],
    ['', 'ab', ''],
  ])('from %s to %s are %j', (before, after, moved) => {
    expect(movedSteps(steps(before), steps(after))).toEqual([...moved]);
  });
});
