import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { crash, error, type PageContent, type PageProblem } from './page-problem.ts';
import { selectorFault } from './selector-fault.ts';

/** The element whose click starts the tour: looked for once a second, whatever else the tour says. */
export function* triggerSelector({ conditions: { selector } }: PageContent): Iterable<PageProblem> {
  const fault = selector ? selectorFault(selector) : null;
  if (fault) yield crash(['conditions', 'selector'], 'invalid_selector', `Element that starts the tour: ${fault}`);
}

/** The element that a banner is put into. */
export function* bannerSelectors({ steps }: PageContent): Iterable<PageProblem> {
  for (const [index, step] of steps.entries()) {
    if (!isObject(step) || step.type !== 'banner' || !isObject(step.bannerConfig)) continue;
    const { behavior, selector } = step.bannerConfig;
    const fault = behavior === 'custom' && selector ? selectorFault(selector) : null;
    const at = ['steps', index, 'bannerConfig', 'selector'];
    if (fault) yield crash(at, 'invalid_selector', `Container of the banner of step ${index + 1}: ${fault}`);
  }
}

/** The elements of steps. The SDK takes one that it cannot read for one that is not on the page. */
export function* stepSelectors({ steps }: PageContent): Iterable<PageProblem> {
  for (const [index, step] of steps.entries()) {
    if (!isObject(step) || !standsAtElement(step) || !step.useManualSelector || !step.selector) continue;
    const fault = typeof step.selector === 'string' ? selectorFault(step.selector) : 'A selector must be text.';
    if (fault) yield error(['steps', index, 'selector'], 'invalid_selector', `Element of step ${index + 1}: ${fault}`);
  }
}

/** Banners and surveys stand on their own, whatever element they name. */
export function standsAtElement({ type }: JsonObject): boolean {
  return type !== 'banner' && type !== 'survey';
}
