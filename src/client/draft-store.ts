import { type DraftState, type PendingSave, type TourReading, toState } from './draft.ts';

/** The state of one watch: what the gateway has, and the own saves that are on their way. */
export interface DraftStore {
  readonly state: DraftState | null;
  /** @param echoOf the own save that this is the effect of */
  adopt(reading: TourReading, echoOf?: string | null): void;
  add(save: PendingSave): void;
  /** The gateway has answered a save: with the revision that it made, or null when it made none. */
  settle(clientMutationId: string, revision: number | null): void;
}

/** @param onChange hears of each new state */
export function createDraftStore(onChange: (state: DraftState) => void): DraftStore {
  let reading: TourReading | null = null;
  let pending: readonly PendingSave[] = [];
  let state: DraftState | null = null;

  function change(next: { reading?: TourReading; pending?: readonly PendingSave[] }): void {
    if ((next.reading ?? reading) === reading && (next.pending ?? pending) === pending) return;
    reading = next.reading ?? reading;
    const revision = reading?.revision ?? -1;
    const isAhead = (save: PendingSave) => save.revision === null || save.revision > revision;
    pending = (next.pending ?? pending).filter(isAhead);
    if (!reading) return;
    state = toState(reading, pending);
    onChange(state);
  }

  return {
    get state() {
      return state;
    },
    adopt(newReading, echoOf = null) {
      const others = pending.filter(({ clientMutationId }) => clientMutationId !== echoOf);
      change({ reading: newReading, pending: others.length === pending.length ? pending : others });
    },
    add(save) {
      change({ pending: [...pending, save] });
    },
    settle(clientMutationId, revision) {
      if (!pending.some((save) => save.clientMutationId === clientMutationId)) return;
      const others = pending.filter((save) => save.clientMutationId !== clientMutationId);
      change({
        pending:
          revision === null ? others : pending.map((save) => (save.clientMutationId === clientMutationId ? { ...save, revision } : save)),
      });
    },
  };
}
