import type { RequestWindow } from './request-window.ts';

/** How long the shared window is left in peace after a failure, in milliseconds: requests must not each wait for it to fail again. */
const PAUSE_MS = 1000;

/**
 * The shared window, or while that is away the node's own: no request fails because a counter cannot be reached. What the two have counted is not added up.
 *
 * @param onChange told once when the shared window goes, with the reason, and once when it is back, with null
 */
export function createFallbackWindow(
  { shared, own }: { shared: RequestWindow; own: RequestWindow },
  clock: () => Date,
  onChange: (reason: unknown) => void,
): RequestWindow {
  let isAway = false;
  let nextTry = 0;
  return {
    async take(key) {
      if (isAway && clock().getTime() < nextTry) return own.take(key);
      try {
        const taken = await shared.take(key);
        if (isAway) onChange(null);
        isAway = false;
        return taken;
      } catch (error) {
        if (!isAway) onChange(error);
        isAway = true;
        nextTry = clock().getTime() + PAUSE_MS;
        return own.take(key);
      }
    },
  };
}
