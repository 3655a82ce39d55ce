import type { JsonObject } from '../../../json/json-object.ts';
import { compileFlag, type Person } from '../../flag-evaluation.ts';
import { createFlagExplainer, type FlagExplanation } from '../../flag-explanation.ts';
import type { FlagDefinition } from '../../published-project.ts';
import { compileFlags, dependencies, requiredBy } from '../../targeting/flag-set.ts';
import { partOf, type Tour } from '../tour.ts';
import { clickCondition, delayCondition, firstStepCondition, triggerCondition } from './browser-conditions.ts';
import type { ConditionKind, TargetingCondition, Visit } from './condition.ts';
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
  /** Every flag of the project if one of the two depends on another flag (see `dependsOnFlags`). */
  others: readonly FlagDefinition[];
}

/**
 * Why a person sees a tour, or does not: what the SDK asks, in its order, answered with the very tests that `/flags/` uses.
 *
 * @param tour read with its content
 * @param person with what is stored of them, and what the caller says instead
 */
export function explainTargeting(tour: Tour, flags: TourFlags, person: Person, visit: Visit, now: Date): TargetingExplanation {
  const content = partOf(tour, 'content').value;
  const { internal, linked, all } = explainFlags(flags, person, now);
  const conditions = [
    ...publicationConditions(tour),
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
  return { ...judge(conditions), conditions, personProperties: decisiveProperties(all, person), evaluatedAt: now };
}

/** Whether one of the flags of a tour depends on other flags of the project. */
export function dependsOnFlags(flags: readonly (FlagDefinition | null)[]): boolean {
  return flags.some((flag) => flag && dependencies(compileFlag(flag)).length > 0);
}

/** Explains the two flags, and those that they depend on. */
function explainFlags({ internal, linked, others }: TourFlags, person: Person, now: Date) {
  const own = [internal, linked].filter((flag) => flag !== null);
  const set = compileFlags([...own, ...others.filter(({ id }) => own.every((flag) => flag.id !== id))]);
  const explain = createFlagExplainer(set, person, now);
  const compiled = set.flags.slice(0, own.length);
  const explanations = new Map(compiled.map((flag) => [flag.definition, explain(flag)]));
  return {
    internal: (internal && explanations.get(internal)) ?? null,
    linked: (linked && explanations.get(linked)) ?? null,
    all: [...explanations.values(), ...requiredBy(set, compiled).map(explain)],
  };
}

/** The properties that decide. A caller that may read tours does not see the other properties of a person. */
function decisiveProperties(flags: readonly FlagExplanation[], { properties }: Person): JsonObject {
  const asked = flags.flatMap(({ groups }) => groups.flatMap((group) => group.properties.filter(({ actual }) => actual !== undefined)));
  const keys = new Set(asked.map(({ key }) => key));
  return Object.fromEntries(Object.entries(properties).filter(([key]) => keys.has(key)));
}

/** What a click needs beside the click: the SDK asks nothing else. */
const NEEDED_FOR_CLICK: readonly ConditionKind[] = ['LAUNCHED', 'NOT_ARCHIVED', 'STARTED', 'NOT_ENDED', 'FIRST_STEP'];

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
