import { type CompiledFlag, compileFlag, evaluateFlag, type FlagValues, mayBeOn, type Person } from '../flag-evaluation.ts';
import type { FlagDefinition } from '../published-project.ts';
import { type FlagOutcome, IN_CYCLE, MISSING_DEPENDENCY } from './flag-reason.ts';

/** The flags of a project, which may depend on each other. */
export interface FlagSet {
  flags: readonly CompiledFlag[];
  /** The flags in an order in which each follows those that it depends on; null: none depends on another. */
  order: readonly CompiledFlag[] | null;
  /** A flag by its id or its key; an id goes first. */
  find: (reference: string) => CompiledFlag | undefined;
}

/**
 * Prepares the flags of a project. A flag that depends on a flag that does not exist is off, as are those that depend
 * on it; flags that depend on themselves, and those that depend on them, cannot be evaluated. What an inactive flag
 * depends on does not matter. Takes time linear in the flags and their conditions.
 */
export function compileFlags(definitions: readonly FlagDefinition[]): FlagSet {
  const flags = definitions.map(compileFlag);
  if (flags.every((flag) => dependencies(flag).length === 0)) return { flags, order: null, find: () => undefined };
  const index = new Map(flags.map((flag) => [flag.definition.key, flag]));
  for (const flag of flags) index.set(String(flag.definition.id), flag);
  const find = (reference: string) => index.get(reference);
  return { flags, order: dependencyOrder(flags, find), find };
}

/** What the flags of a set are for one person. */
export interface FlagResults {
  outcomeOf: (flag: CompiledFlag) => FlagOutcome;
  flagValue: FlagValues;
}

/** Evaluates the flags of a set for one person, each of them once at most. */
export function evaluateFlags({ order, find }: FlagSet, person: Person, now: Date): FlagResults {
  const outcomes = new Map<CompiledFlag, FlagOutcome>();
  const flagValue: FlagValues = (reference) => {
    const flag = find(reference);
    const outcome = flag && outcomes.get(flag);
    return !outcome || outcome.failed ? null : (outcome.variant ?? outcome.enabled);
  };
  for (const flag of order ?? []) outcomes.set(flag, evaluateFlag(flag, person, now, flagValue));
  return { flagValue, outcomeOf: (flag) => outcomes.get(flag) ?? evaluateFlag(flag, person, now, flagValue) };
}

/** The flags that a flag depends on, by id or key. */
export function dependencies({ groups }: CompiledFlag): string[] {
  return [...new Set(groups.flatMap(({ conditions }) => conditions.flatMap(({ flag }) => flag ?? [])))];
}

/** The flags that some flags of the set depend on, directly or not. */
export function requiredBy({ find }: FlagSet, flags: readonly CompiledFlag[]): CompiledFlag[] {
  const found = new Set<CompiledFlag>();
  const waiting = [...flags];
  for (const flag of waiting) {
    for (const dependency of dependencies(flag).flatMap((reference) => find(reference) ?? [])) {
      if (found.has(dependency)) continue;
      found.add(dependency);
      waiting.push(dependency);
    }
  }
  return [...found];
}

/** Orders the flags (Kahn's algorithm) and marks those whose dependencies cannot be followed. */
function dependencyOrder(flags: readonly CompiledFlag[], find: FlagSet['find']): CompiledFlag[] {
  const waitsFor = new Map<CompiledFlag, number>();
  const dependents = new Map<CompiledFlag, CompiledFlag[]>();
  for (const flag of flags) {
    const found = new Set(mayBeOn(flag.definition) ? dependencies(flag).map(find) : []);
    if (found.delete(undefined)) flag.broken = MISSING_DEPENDENCY;
    waitsFor.set(flag, found.size);
    for (const dependency of found as Set<CompiledFlag>) {
      const others = dependents.get(dependency);
      if (others) others.push(flag);
      else dependents.set(dependency, [flag]);
    }
  }
  const order = flags.filter((flag) => waitsFor.get(flag) === 0);
  for (const flag of order) {
    for (const dependent of dependents.get(flag) ?? []) {
      dependent.broken ??= flag.broken;
      const left = (waitsFor.get(dependent) ?? 0) - 1;
      waitsFor.set(dependent, left);
      if (left === 0) order.push(dependent);
    }
  }
  // What still waits is part of a cycle, or depends on one.
  const cyclic = flags.filter((flag) => (waitsFor.get(flag) ?? 0) > 0);
  for (const flag of cyclic) flag.broken = IN_CYCLE;
  return [...order, ...cyclic];
}
