import type { JsonObject } from '../../../json/json-object.ts';
import { compileFlag, type Person } from '../../flag-evaluation.ts';
import { explainFlag, type FlagExplanation } from '../../flag-explanation.ts';
import type { FlagDefinition } from '../../published-project.ts';
import { partOf, type Tour } from '../tour.ts';
import { clickCondition, delayCondition, firstStepCondition, triggerCondition } from './browser-conditions.ts';
import type { ConditionKind, TargetingCondition, Visit } from './condition.ts';
import { withheldCondition, withPageProblems } from './page-conditions.ts';
import { internalFlagConditions, linkedFlagConditions } from './person-conditions.ts';
import { autoLaunchCondition, dateConditions, deviceCondition, publicationConditions, urlCondition } from './tour-conditions.ts';

/** WOULD_SHOW and WOULD_NOT_SHOW are certain as far as the gateway knows; DEPENDS_ON_BROWSER: nothing that it knows is against it, or a click can start the tour. */
type TargetingVerdict = 'WOULD_SHOW' | 'WOULD_NOT_SHOW' | 'DEPENDS_ON_BROWSER';

export interface TargetingExplanation {
  verdict: TargetingVerdict;
  /** The verdict and its first reason, for people. */
  summary: string;
  conditions: TargetingCondition[];
  /** Those properties of the person that a flag of the tour asks about. */
  personProperties: JsonObject;
  evaluatedAt: Date;
}

/** The flags that decide about a tour; null: it has none. */
export interface TourFlags {
  internal: FlagDefinition | null;
  linked: FlagDefinition | null;
}

/**
 * Why a person sees a tour, or does not: what the SDK asks, in its order, answered with the very tests that `/flags/` uses.
 *
 * @param tour read with its content
 * @param person with what is stored of them, and what the caller says instead
 */
export function explainTargeting(tour: Tour, flags: TourFlags, person: Person, visit: Visit, now: Date): TargetingExplanation {
  const content = partOf(tour, 'content').value;
  const explain = (flag: FlagDefinition | null) => flag && explainFlag(compileFlag(flag), person, now);
  const [internal, linked] = [explain(flags.internal), explain(flags.linked)];
  const asked = [
    ...publicationConditions(tour),
    withheldCondition(content),
    clickCondition(content),
    autoLaunchCondition(tour),
    ...dateConditions(tour, now),
    urlCondition(content, visit),
    deviceCondition(content, visit),
    ...internalFlagConditions(tour.id, internal),
    ...linkedFlagConditions(content, linked),
    triggerCondition(content),
    delayCondition(content),
    firstStepCondition(content),
  ];
  const conditions = withPageProblems(asked, content);
  return { ...judge(conditions), conditions, personProperties: decisiveProperties([internal, linked], person), evaluatedAt: now };
}

/** Whoever may read tours is not told the rest of what is stored of a person. */
function decisiveProperties(flags: (FlagExplanation | null)[], { properties }: Person): JsonObject {
  const asked = flags.flatMap((flag) => flag?.groups.flatMap((group) => group.properties.map(({ key }) => key)) ?? []);
  return Object.fromEntries(Object.entries(properties).filter(([key]) => asked.includes(key)));
}

/** What a click needs beside the click: the SDK asks nothing else. */
const NEEDED_FOR_CLICK: readonly ConditionKind[] = ['LAUNCHED', 'NOT_ARCHIVED', 'NOT_WITHHELD', 'STARTED', 'NOT_ENDED', 'FIRST_STEP'];

function judge(conditions: TargetingCondition[]): Pick<TargetingExplanation, 'verdict' | 'summary'> {
  const click = conditions.find(({ kind, outcome }) => kind === 'CLICK' && outcome === 'UNKNOWN');
  const against = conditions.filter(({ outcome }) => outcome === 'NOT_MET');
  const [reason] = against;
  if (reason) {
    const canClick = click && !against.some(({ kind }) => NEEDED_FOR_CLICK.includes(kind));
    return canClick
      ? { verdict: 'DEPENDS_ON_BROWSER', summary: `The tour would not show by itself. ${reason.message} ${click.message}` }
      : { verdict: 'WOULD_NOT_SHOW', summary: `The tour would not show. ${reason.message}` };
  }
  const open = conditions.filter(({ kind, outcome }) => outcome === 'UNKNOWN' && kind !== 'CLICK');
  if (open.length === 0) return { verdict: 'WOULD_SHOW', summary: 'The tour would show.' };
  const decisive = open.map(({ message }) => message).join(' ');
  return {
    verdict: 'DEPENDS_ON_BROWSER',
    summary: `Nothing that is known here is against it; the rest depends on the browser. ${decisive}`,
  };
}
