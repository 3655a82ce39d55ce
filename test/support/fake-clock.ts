/** A clock that stands still until it is moved. */
export function fakeClock(): { clock: () => Date; pass(milliseconds: number): void } {
  let now = Date.UTC(2026, 0, 1);
  return {
    clock: () => new Date(now),
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}
