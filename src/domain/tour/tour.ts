import type { RawJson } from '../../json/raw-json.ts';
import type { FeatureFlag } from '../flag.ts';
import type { Project } from '../project.ts';
import type { User } from '../user.ts';
import type { TourType } from './content/tour-type.ts';

/** What every read of a tour brings. Dates are RFC 3339 in UTC with microseconds. */
export interface TourCore {
  id: string;
  projectId: number;
  name: string;
  description: string;
  autoLaunch: boolean;
  startDate: string | null;
  endDate: string | null;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  /** +1 on every write to the tour or its draft, in commit order. */
  revision: number;
  hasDraft: boolean;
  draftSavedAt: string | null;
  createdById: number | null;
  draftSavedById: number | null;
  internalTargetingFlagId: number | null;
  linkedFlagId: number | null;
}

/** What a read brings only when it is asked for, all in the same statement. */
export interface TourParts {
  type: TourType;
  content: RawJson;
  targeting: RawJson | null;
  draft: RawJson | null;
  /** The tour of another project that is published as this one; it may be gone, or not be there for the caller. */
  sourceId: string | null;
  project: Project;
  createdBy: User | null;
  draftSavedBy: User | null;
  internalTargetingFlag: FeatureFlag | null;
  linkedFlag: FeatureFlag | null;
}

export type TourPart = keyof TourParts;

/** The parts that stand in rows of other tables. */
export type JoinedPart = 'project' | 'createdBy' | 'draftSavedBy' | 'internalTargetingFlag' | 'linkedFlag';

/** What to read of a tour besides its core: a part, or a single column of a joined one, such as `linkedFlag.key`. */
export type TourSelection = TourPart | `${JoinedPart}.${string}`;

export type Tour = TourCore & Partial<TourParts>;

/** A part that the caller asked for when it read the tour. */
export function partOf<P extends TourPart>(tour: Tour, part: P): TourParts[P] {
  const value = (tour as Partial<TourParts>)[part];
  if (value === undefined) throw new Error(`The tour was read without its ${part}.`);
  return value as TourParts[P];
}
