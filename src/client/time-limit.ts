import { GatewayError } from './gateway-error.ts';

export interface TimeLimit {
  signal: AbortSignal;
  /** Starts the time anew. */
  extend(milliseconds: number): void;
}

/**
 * Does work that has to stop when `outer` does, or when its time is over. Whatever the work has opened with the signal is closed when it is done.
 *
 * @throws GatewayError NETWORK when the time is over; the reason of `outer` when that has stopped
 */
export async function withTimeLimit<T>(
  { outer, milliseconds }: { outer: AbortSignal | null; milliseconds: number },
  work: (limit: TimeLimit) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort(outer?.reason);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const extend = (time: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new GatewayError('NETWORK', `The gateway was silent for ${time} ms.`)), time);
  };

  outer?.throwIfAborted();
  outer?.addEventListener('abort', stop);
  extend(milliseconds);
  try {
    return await work({ signal: controller.signal, extend });
  } catch (error) {
    // Platforms differ in the error that an aborted read gives.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
    controller.abort();
  }
}
