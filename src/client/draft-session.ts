import { advance } from './advance.ts';
import type { DraftEvent, WireEvent } from './draft-event.ts';
import type { DraftStore } from './draft-store.ts';
import { GatewayError } from './gateway-error.ts';
import type { Found } from './tour-reader.ts';

/** Makes one history out of what streams and polls tell, whatever breaks lie between. */
export interface DraftSession {
  /** Where a new stream goes on; null: at the beginning. */
  readonly cursor: string | null;
  /** Known once the tour was read. */
  readonly projectId: number | null;
  readonly isDeleted: boolean;
  /** Takes one event of a stream; one that fails to be taken will come again. */
  receive(event: WireEvent): Promise<void>;
  /** Something has changed, but nobody says what. @throws GatewayError NOT_FOUND when the tour is gone */
  refresh(): Promise<void>;
  /** A cursor that the gateway refuses is of no use any more. */
  forgetCursor(): void;
}

export interface DraftSessionOptions {
  store: DraftStore;
  read: () => Promise<Found | null>;
  isOwn: (clientMutationId: string) => boolean;
  emit: (event: DraftEvent) => void;
}

export function createDraftSession({ store, read, isOwn, emit }: DraftSessionOptions): DraftSession {
  let cursor: string | null = null;
  let projectId: number | null = null;
  let isDeleted = false;
  /** Events up to here were handed on, or are part of a state that was. */
  let deliveredRevision = 0;

  async function readAgain(): Promise<boolean> {
    const found = await read();
    if (!found) return false;
    projectId = found.projectId;
    store.adopt(found.reading);
    return true;
  }

  function deliver(event: DraftEvent): void {
    deliveredRevision = event.revision;
    emit(event);
  }

  async function receiveChange(event: WireEvent, kind: DraftEvent['kind']): Promise<void> {
    if (event.revision <= deliveredRevision) return;
    const { clientMutationId } = event;
    const isEcho = clientMutationId !== null && isOwn(clientMutationId);
    const reading = store.state && advance(store.state, event);
    // A tour that is gone already: the event that says so follows.
    if (reading) store.adopt(reading, clientMutationId);
    else await readAgain();
    isDeleted = kind === 'DELETED';
    deliver(toDraftEvent(event, { kind, isEcho }));
  }

  return {
    get cursor() {
      return cursor;
    },
    get projectId() {
      return projectId;
    },
    get isDeleted() {
      return isDeleted;
    },
    async receive(event) {
      const { kind } = event;
      if (kind === 'SNAPSHOT' || kind === 'RESET') {
        if (await readAgain()) deliver(toDraftEvent(event, { kind, isEcho: false }));
      } else if (kind !== 'RESUMED') await receiveChange(event, kind);
      cursor = event.cursor;
    },
    async refresh() {
      const before = store.state;
      if (!(await readAgain())) throw new GatewayError('NOT_FOUND', 'The tour is not there, or not for this caller.');
      const { state } = store;
      if (!state || state.revision === before?.revision) return;
      const { revision, hasDraft, updatedAt: occurredAt } = state;
      const nobody = { previousRevision: null, patch: null, isEcho: false, clientMutationId: null, actor: null };
      deliver({ kind: before ? 'RESET' : 'SNAPSHOT', revision, hasDraft, occurredAt, ...nobody });
    },
    forgetCursor() {
      cursor = null;
    },
  };
}

function toDraftEvent({ cursor: _, ...event }: WireEvent, more: Pick<DraftEvent, 'kind' | 'isEcho'>): DraftEvent {
  return { ...event, ...more };
}
