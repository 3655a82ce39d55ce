import { isObject } from '../../json/json-object.ts';
import { listSteps } from './content.ts';

export type TourType = 'TOUR' | 'ANNOUNCEMENT' | 'BANNER';

/** A banner is an announcement whose only step is one: contract section 11. Whatever is no announcement is a tour. */
export function tourType(content: unknown): TourType {
  if (!isObject(content) || content.type !== 'announcement') return 'TOUR';
  const [step] = listSteps(content);
  return isObject(step) && step.type === 'banner' ? 'BANNER' : 'ANNOUNCEMENT';
}
