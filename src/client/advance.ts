import { applyPatch } from '../json/patch.ts';
import type { Draft, TourReading } from './draft.ts';
import type { WireEvent } from './draft-event.ts';

/** What is known after an event; null when the tour has to be read again. An event that is already known changes nothing. */
export function advance(known: TourReading, event: WireEvent): TourReading | null {
  const { kind, revision, hasDraft, occurredAt } = event;
  if (revision <= known.revision) return known;
  if (kind === 'DELETED') return { ...known, revision, hasDraft: false, draft: null, updatedAt: occurredAt };
  const draft = kind === 'SAVED' && event.previousRevision === known.revision ? patched(known.draft, event) : null;
  return draft && { ...known, revision, hasDraft, draft, updatedAt: occurredAt };
}

function patched(draft: Draft | null, { patch }: WireEvent): Draft | null {
  if (!draft || !patch) return null;
  try {
    return applyPatch(draft, patch) as Draft;
  } catch {
    return null;
  }
}
