import type { Statement } from '../../db/sql.ts';
import { RawJson } from '../../json/raw-json.ts';
import { requirePreview, seesPreview } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { PUBLIC_TOUR, type PublicTour } from '../public-tour.ts';
import { normalizeContent } from './content.ts';

/** How a tour is looked at: as its draft would have it, or as it is live. */
export type TourPerspective = 'DRAFT' | 'PUBLISHED';

/** A tour as a browser shows it. */
export interface TourPreview {
  projectId: number;
  revision: number;
  /** Whether a draft is shown, and not what is live. */
  isDraft: boolean;
  tour: PublicTour;
}

// What a draft lacks, or has something odd for, is as it is live; a flag of another project is none.
const FIND: Statement = {
  name: 'find_tour_preview',
  text: `
    SELECT t.project_id AS "projectId", t.revision, t.draft IS NOT NULL AS "isDraft", ${PUBLIC_TOUR.columns}
    FROM (
      SELECT s.id, s.project_id, s.revision, s.start_date, s.end_date, s.internal_targeting_flag_id, d.draft,
        CASE WHEN jsonb_typeof(d.draft->'name') = 'string' THEN d.draft->>'name' ELSE s.name END AS name,
        CASE WHEN jsonb_typeof(d.draft->'content') = 'object' THEN d.draft->'content' ELSE s.content END AS content,
        CASE WHEN jsonb_typeof(d.draft->'auto_launch') = 'boolean' THEN (d.draft->'auto_launch')::boolean ELSE s.auto_launch END AS auto_launch,
        CASE WHEN d.draft ? 'linked_flag_id' THEN substring((d.draft->'linked_flag_id')::text FROM '^[0-9]{1,18}$')::bigint
          ELSE s.linked_flag_id END AS linked_flag_id
      FROM tours s CROSS JOIN LATERAL (SELECT CASE WHEN $2::boolean THEN s.draft_content END AS draft) d
      WHERE s.id = $1
    ) t ${PUBLIC_TOUR.joins}`,
};

/** The tour as a browser would show it; null when there is none that the actor may look at. @throws PermissionError */
export async function findTourPreview(deps: Deps, actor: Actor, id: string, perspective: TourPerspective): Promise<TourPreview | null> {
  requirePreview(actor);
  const [row] = await deps.db.sql.query<Omit<TourPreview, 'tour'> & PublicTour>(FIND, [id, perspective === 'DRAFT']);
  if (!row) return null;
  const { projectId, revision, isDraft, ...tour } = row;
  if (!seesPreview(actor, { id: tour.id, projectId })) return null;
  return { projectId, revision, isDraft, tour: isDraft ? asPublished(tour) : tour };
}

/** A draft's steps are stored as its editor sent them; a publish brings them into their present form. */
function asPublished(tour: PublicTour): PublicTour {
  return { ...tour, steps: RawJson.of(normalizeContent({ steps: tour.steps.value }).steps) };
}
