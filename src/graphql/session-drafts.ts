import type { Deps } from '../domain/deps.ts';
import type { DraftEditSession } from '../domain/tour/edit-session.ts';
import { findPastDrafts, MAX_PAST_BYTES } from '../domain/tour/past-draft.ts';
import type { RawJson } from '../json/raw-json.ts';
import { tooComplex } from './limits.ts';

/** An edit session, with a way to the draft at any of its revisions. */
export type ShownSession = DraftEditSession & { draftAt: (revision: number) => Promise<RawJson | null> };

/** The drafts of all these sessions of a tour are read together, when the first of them is asked for. */
export function withDrafts({ db }: Deps, sessions: readonly DraftEditSession[]): ShownSession[] {
  const reads = new Map<string, ReturnType<typeof findPastDrafts>>();
  function readTour(tourId: string) {
    const ofTour = sessions.filter((session) => session.tourId === tourId);
    const revisions = ofTour.flatMap(({ revision, fromRevision }) => [revision, fromRevision]);
    const read = reads.get(tourId) ?? findPastDrafts(db.sql, tourId, revisions);
    reads.set(tourId, read);
    return read;
  }
  return sessions.map((session) => ({
    ...session,
    async draftAt(revision) {
      const { drafts, omitted } = await readTour(session.tourId);
      // Clients would cache null as the value of this edit session, although a smaller page has its draft.
      if (omitted.has(revision)) throw tooComplex(TOO_MANY);
      return drafts.get(revision) ?? null;
    },
  }));
}

const TOO_MANY = `The drafts of these edit sessions take more than ${MAX_PAST_BYTES / 2 ** 20} MiB. Ask for fewer at once.`;
