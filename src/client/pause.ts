/** What a browser's page has, and Node has not. */
const page = globalThis as Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>>;

/**
 * Waits, but no longer than until the browser says that it is online again.
 *
 * @returns whether that was the reason to stop waiting
 * @throws the reason of the signal when that is aborted
 */
export function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      page.removeEventListener?.('online', wake);
      finish();
    };
    const stop = settle(() => reject(signal.reason));
    const wake = settle(() => resolve(true));
    const timer = setTimeout(
      settle(() => resolve(false)),
      milliseconds,
    );
    signal.addEventListener('abort', stop);
    page.addEventListener?.('online', wake);
    if (signal.aborted) stop();
  });
}
