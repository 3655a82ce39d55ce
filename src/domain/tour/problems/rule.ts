import type { JsonObject } from '../../../json/json-object.ts';
import type { RawJson } from '../../../json/raw-json.ts';
import type { Draft } from '../merge-draft.ts';
import type { TourProblem } from './tour-problem.ts';

/** The live tour, as far as the rules need it. */
export interface CheckedTour {
  id: string;
  projectId: number;
  startDate: string | null;
  endDate: string | null;
  archived: boolean;
  content: RawJson;
}

/** Everything that a rule can look at. */
export interface CheckedDraft {
  tour: CheckedTour;
  /** The draft, with the live values of the keys that it lacks. */
  draft: Draft;
  /** The draft's content with normalized steps; an empty object if the draft has no content object. */
  content: JsonObject;
  /** The filters of the linked flag; null: the draft links no flag, or one that is not in the project. */
  linkedFlagFilters: RawJson | null;
  /** Whether another tour of the project that is not archived has the draft's name. */
  isNameTaken: boolean;
}

/** Finds the problems of one topic. Runs when problems are read and when a publish is refused, never on other reads. Takes time linear in the draft. */
export type ProblemRule = (draft: CheckedDraft) => TourProblem[];
