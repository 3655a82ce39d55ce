import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** The usual length of each list of the introspection schema. A document can choose the types below it, so these are the long ones. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['types', 250],
  ['directives', 6],
  ['fields', 24],
  ['args', 1],
  ['inputFields', 8],
  ['enumValues', 10],
  ['interfaces', 2],
  ['possibleTypes', 12],
]);

/** Directly below `types`, which are all types, lists have their average length. */
const AVERAGE_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['fields', 3],
  ['inputFields', 1],
  ['enumValues', 1],
  ['interfaces', 1],
  ['possibleTypes', 1],
]);

/**
 * How many values the introspection in a document asks for, roughly: each field counts once for each item of the lists around it. Nested lists of the schema
 * multiply, so a short document can ask for millions. No fragment of the document spreads itself.
 */
export function introspectionCost(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  const costs = new Map<string, number>();

  function costOfFragment(name: string, isBelowTypes: boolean): number {
    const key = `${isBelowTypes} ${name}`;
    const fragment = fragments.get(name);
    const cost = costs.get(key) ?? (fragment ? costOf(fragment.selectionSet, isBelowTypes) : 0);
    costs.set(key, cost);
    return cost;
  }

  function costOf({ selections }: SelectionSetNode, isBelowTypes = false): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) cost += costOfFragment(selection.name.value, isBelowTypes);
      else if (selection.kind === Kind.INLINE_FRAGMENT) cost += costOf(selection.selectionSet, isBelowTypes);
      else {
        const { value: name } = selection.name;
        const length = (isBelowTypes ? AVERAGE_LENGTHS.get(name) : undefined) ?? LENGTHS.get(name) ?? 1;
        cost += 1 + (selection.selectionSet ? length * costOf(selection.selectionSet, name === 'types') : 0);
      }
    }
    return cost;
  }

  /** Only what stands below `__schema` and `__type` is introspection; other types have fields of the same names. */
  function costOfRoots({ selections }: SelectionSetNode, spread: Set<string>): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) cost += costOfRoots(selection.selectionSet, spread);
      else if (selection.kind === Kind.FIELD) {
        const isRoot = selection.name.value === '__schema' || selection.name.value === '__type';
        if (isRoot && selection.selectionSet) cost += costOf(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) cost += costOfRoots(fragment.selectionSet, spread);
      }
    }
    return cost;
  }

  let cost = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) cost = Math.max(cost, costOfRoots(definition.selectionSet, new Set()));
  }
  return cost;
}
