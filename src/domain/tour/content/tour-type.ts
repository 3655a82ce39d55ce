import { isObject } from '../../../json/json-object.ts';
import { listSteps } from '../content.ts';

export type TourType = 'TOUR' | 'ANNOUNCEMENT' | 'BANNER';

/**
 * A banner is an announcement whose first step is one (contract section 11). Everything that is not an announcement is
 * a tour.
 */
export function tourType(content: unknown): TourType {
  if (!isObject(content) || content.type !== 'announcement') return 'TOUR';
  const [step] = listSteps(content);
  return isObject(step) && step.type === 'banner' ? 'BANNER' : 'ANNOUNCEMENT';
}

const IS_ANNOUNCEMENT = "t.content->>'type' = 'announcement'";
const IS_BANNER = `${IS_ANNOUNCEMENT} AND t.content->'steps'->0->>'type' = 'banner'`;

/** The same in SQL, for a tour `t`. */
export const TYPE_SQL = `CASE WHEN ${IS_BANNER} THEN 'BANNER' WHEN ${IS_ANNOUNCEMENT} THEN 'ANNOUNCEMENT' ELSE 'TOUR' END`;

/**
 * The type as browsers receive it (contract section 15.1): of everything that is not a banner, the text in `type` of
 * the content.
 */
export const PUBLIC_TYPE_SQL = `CASE WHEN ${IS_BANNER} THEN 'banner'
        WHEN jsonb_typeof(t.content->'type') = 'string' AND t.content->>'type' <> '' THEN t.content->>'type' ELSE 'tour' END`;
