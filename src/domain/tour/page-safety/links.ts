import { isObject } from '../../../json/json-object.ts';
import { crash, type PageContent, type PageProblem } from './page-problem.ts';
import { asText } from './text.ts';

/** The addresses that buttons and banners lead to. The SDK opens any text; only what cannot be made text of throws. */
export function* links({ steps }: PageContent): Iterable<PageProblem> {
  for (const [index, step] of steps.entries()) {
    if (!isObject(step)) continue;
    const places: [at: string[], owner: unknown][] =
      step.type === 'banner'
        ? [[['bannerConfig', 'action'], isObject(step.bannerConfig) ? step.bannerConfig.action : null]]
        : ['primary', 'secondary'].map((name) => [['buttons', name], isObject(step.buttons) ? step.buttons[name] : null]);
    for (const [at, owner] of places)
      if (isObject(owner) && asText(owner.link) === null)
        yield crash(['steps', index, ...at, 'link'], 'invalid_url', `The link of step ${index + 1} must be text.`);
  }
}
