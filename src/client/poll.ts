import type { DraftSession } from './draft-session.ts';
import type { Transport } from './transport.ts';

/**
 * Makes the function that asks once whether the tour has changed, and reads it again if so. Unchanged, it costs the gateway next to nothing where it gives
 * entity tags.
 */
export function createPoll({ transport, session, tourId }: { transport: Transport; session: DraftSession; tourId: string }) {
  let etag: string | null = null;
  let seen: string | null = null;

  return async (signal: AbortSignal): Promise<void> => {
    // The path names the project, which only the tour itself can tell.
    if (session.projectId === null) await session.refresh();
    const path = `/api/projects/${session.projectId}/product_tours/${tourId}/draft_status/`;
    const status = await transport.get(path, etag, signal);
    if (status === null) return;
    // Remembered only when it was read: a read that fails is made again.
    if (status.text !== seen) await session.refresh();
    ({ etag, text: seen } = status);
  };
}
