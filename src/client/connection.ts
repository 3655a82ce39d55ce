import { createBackoff } from './backoff.ts';
import { FOLLOW } from './document.ts';
import type { WireEvent } from './draft-event.ts';
import type { DraftSession } from './draft-session.ts';
import { GatewayError, isTransient } from './gateway-error.ts';
import { pause } from './pause.ts';
import { createPoll } from './poll.ts';
import type { Timing } from './timing.ts';
import type { Transport } from './transport.ts';

/** live: events arrive as they happen. polling: no stream is to be had, changes are found by asking. offline: neither, for now. closed: for good. */
export type Status = 'connecting' | 'live' | 'polling' | 'offline' | 'closed';

export interface ConnectionOptions {
  transport: Transport;
  session: DraftSession;
  tourId: string;
  timing: Timing;
  /** Whether the next request may come with another credential: then one that runs out under an open stream is no end. */
  renewsCredential: boolean;
  signal: AbortSignal;
  setStatus: (status: Exclude<Status, 'closed'>) => void;
}

/**
 * Follows the tour until it is deleted: over one stream after the other, each from where the last one broke, and by polling while there is none.
 *
 * @throws GatewayError when it is refused; the reason of the signal when that is aborted
 */
export async function keepConnected(options: ConnectionOptions): Promise<void> {
  const { transport, session, tourId, timing, renewsCredential, signal, setStatus } = options;
  const backoff = createBackoff(timing);
  const poll = createPoll({ transport, session, tourId });
  let failedStreams = 0;

  async function followStream(): Promise<void> {
    failedStreams += 1;
    await transport.follow<{ tourDraftChanged: WireEvent }>(
      { query: FOLLOW, variables: { tourId } },
      {
        lastEventId: session.cursor,
        signal,
        async receive({ tourDraftChanged }) {
          await session.receive(tourDraftChanged);
          if (failedStreams === 0) return;
          failedStreams = 0;
          backoff.connected();
          setStatus('live');
        },
      },
    );
  }

  /** Whether to go on after an error. */
  function survive(error: unknown): boolean {
    if (error instanceof GatewayError && error.code === 'NO_STREAM') failedStreams = timing.streamAttempts;
    if (error instanceof GatewayError && error.code === 'UNAUTHENTICATED' && renewsCredential && failedStreams === 0) return true;
    if (!(error instanceof GatewayError) || error.code !== 'VALIDATION_FAILED' || session.cursor === null) return isTransient(error);
    session.forgetCursor();
    return true;
  }

  async function pollFor(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    for (;;) {
      const isReached = await attempt(() => poll(signal));
      setStatus(isReached ? 'polling' : 'offline');
      const left = end - performance.now();
      if (left <= 0 || (await wait(Math.min(left, timing.pollInterval)))) return;
    }
  }

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      signal.throwIfAborted();
      if (!survive(error)) throw error;
      return false;
    }
  }

  /** @returns whether the network has just come back: then there is nothing to wait for any more */
  async function wait(milliseconds: number): Promise<boolean> {
    const isBack = await pause(milliseconds, signal);
    if (isBack) backoff.reset();
    return isBack;
  }

  for (;;) {
    await attempt(followStream);
    if (session.isDeleted) return;
    const delay = backoff.next();
    if (failedStreams >= timing.streamAttempts) await pollFor(delay);
    else {
      setStatus('offline');
      await wait(delay);
      setStatus('connecting');
    }
  }
}
