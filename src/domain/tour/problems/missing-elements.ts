import type { JsonObject } from '../../../json/json-object.ts';
import { pointer } from '../../../json/patch.ts';
import { contentToLaunch, launchProblems } from '../launch-check.ts';
import type { CheckedDraft } from './rule.ts';
import type { TourProblem } from './tour-problem.ts';

/** A step at an element needs to name it: an error if the tour is launched, because the publish is refused, else a warning. */
export function missingElements({ tour, content }: CheckedDraft): TourProblem[] {
  const live = { ...tour, content: tour.content.value as JsonObject };
  const severity = contentToLaunch(live, { ...live, content }) ? 'ERROR' : 'WARNING';
  return launchProblems(content).map(({ stepIndex, key, message }) => ({
    severity,
    code: 'invalid_input',
    message,
    path: pointer('content', 'steps', stepIndex, key),
    field: null,
  }));
}
