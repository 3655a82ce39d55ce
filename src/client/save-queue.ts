import { type Conflict, SAVE, type SaveAnswer } from './document.ts';
import type { Draft } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { GatewayError } from './gateway-error.ts';
import { randomId } from './random-id.ts';
import type { Transport } from './transport.ts';

export interface SaveOptions {
  /** The revision that the editor has seen: what others have changed since on other paths is kept, on the same ones it is a conflict. Absent: write anyway. */
  expectedRevision?: number;
}

export type SaveResult =
  | { type: 'saved'; revision: number /** Whether others had changed other paths meanwhile. */; rebased: boolean }
  | ({ type: 'conflict' } & Conflict);

export type Save = (patch: Draft, options?: SaveOptions) => Promise<SaveResult>;

export interface SaveQueueOptions {
  transport: Transport;
  store: DraftStore;
  tourId: string;
  clientId: string;
}

/** Saves one after the other, in the order in which they were asked for: an older text never lands on a newer one. */
export function createSaveQueue({ transport, store, tourId, clientId }: SaveQueueOptions): Save {
  let last: Promise<unknown> = Promise.resolve();

  async function send(clientMutationId: string, patch: Draft, { expectedRevision }: SaveOptions): Promise<SaveResult> {
    let revision: number | null = null;
    try {
      const input = { tourId, clientMutationId, expectedRevision, ...toInput(patch) };
      // Not bound to the watch: what was typed last is saved even when the editor closes.
      const { saveTourDraft } = await transport.execute<{ saveTourDraft: SaveAnswer }>({ query: SAVE, variables: { input } }, null);
      const result = toResult(saveTourDraft);
      if (result.type === 'saved') revision = result.revision;
      return result;
    } finally {
      store.settle(clientMutationId, revision);
    }
  }

  return (patch, options = {}) => {
    const clientMutationId = `${clientId}:${randomId()}`;
    // As it is now, whatever the editor does with its objects until it is this save's turn.
    const copy = structuredClone(patch);
    store.add({ clientMutationId, patch: copy, revision: null });
    const saving = last.then(() => send(clientMutationId, copy, options));
    last = saving.catch(() => {});
    return saving;
  };
}

function toInput(patch: Draft): Record<string, unknown> {
  return {
    name: patch.name,
    description: patch.description,
    content: patch.content,
    autoLaunch: patch.auto_launch,
    targetingFlagFilters: patch.targeting_flag_filters,
    linkedFlagId: patch.linked_flag_id,
  };
}

function toResult(answer: SaveAnswer): SaveResult {
  switch (answer.__typename) {
    case 'SaveTourDraftSuccess':
      return { type: 'saved', revision: answer.revision, rebased: answer.rebased };
    case 'ConflictError': {
      const { message, expectedRevision, currentRevision, conflictingPaths, changedBy } = answer;
      return { type: 'conflict', message, expectedRevision, currentRevision, conflictingPaths, changedBy };
    }
    default:
      throw new GatewayError(answer.code, answer.message, { fields: answer.fields ?? [] });
  }
}
