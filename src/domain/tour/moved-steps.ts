import { stepId } from './step-list.ts';

/**
 * The ids of the steps that were certainly moved from one list to the other: those that are not among the steps that kept their order, however one looks at it.
 * Of two neighbours that changed places, either may be the one, and neither is named. Linear, but for the sorting.
 */
export function movedSteps(before: readonly unknown[], after: readonly unknown[]): string[] {
  const positions = new Map(before.map((step, index) => [stepId(step), index]));
  const common = [...new Set(after.map(stepId))].filter((id): id is string => id !== null && positions.has(id));
  const order = common.map((id) => positions.get(id) as number);
  const upTo = longestRuns(order);
  const from = longestRuns(order.map((position) => -position).reverse()).reverse();
  const longest = upTo.reduce((one, two) => Math.max(one, two), 0);
  return common.filter((_, n) => (upTo[n] as number) + (from[n] as number) - 1 < longest);
}

/** For each number, the length of the longest rising subsequence that ends in it. */
function longestRuns(numbers: readonly number[]): number[] {
  /** The smallest number that ends a subsequence of each length. */
  const ends: number[] = [];
  return numbers.map((number) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
    return low + 1;
  });
}
