import { isEmptyJson } from '../../../json/emptiness.ts';
import { isObject } from '../../../json/json-object.ts';
import { eachStep } from './each-step.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/**
 * Banners that are not the only step of an announcement, or that lack their container. A banner has no button that
 * leads to another step.
 */
export function bannerWarnings({ content }: CheckedDraft): TourProblem[] {
  return eachStep(content, ({ step, index, name, isLast, at }) => {
    if (step.type !== 'banner') return [];
    const problems: TourProblem[] = [];
    if (index > 0) {
      const message = `${name} is a banner, which must be the first and only step of an announcement. The tour ends at this step.`;
      problems.push(warning('misplaced_banner', message, at('type')));
    } else if (content.type !== 'announcement') {
      const message = `${name} is a banner, but the tour is not an announcement. Set \`type\` of the content to \`announcement\`.`;
      problems.push(warning('misplaced_banner', message, ['content', 'type']));
    }
    if (!isLast) {
      const message = 'The steps after a banner are never shown, because a banner has no button that leads on.';
      problems.push(warning('unreachable_step', message, ['content', 'steps', index + 1]));
    }
    const { bannerConfig } = step;
    if (isObject(bannerConfig) && bannerConfig.behavior === 'custom' && isEmptyJson(bannerConfig.selector)) {
      const message = `The banner has the behavior \`custom\` but no \`selector\`, so it is shown at the top of the page.`;
      problems.push(warning('banner_without_container', message, at('bannerConfig', 'selector')));
    }
    return problems;
  });
}
