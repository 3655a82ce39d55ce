import type { Draft } from './merge-draft.ts';

/** One write to a tour, with the working copy on both sides of it. */
export interface PastWrite {
  before: Draft;
  after: Draft;
  /** The ids of the steps that it moved by name; null where only the two lists can tell. */
  movedSteps: readonly string[] | null;
  actorId: number | null;
}
