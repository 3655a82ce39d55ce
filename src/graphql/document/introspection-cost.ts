import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** The usual length of each list of the introspection schema. */
const LENGTHS: Record<string, number> = {
  types: 250,
  directives: 6,
  fields: 8,
  args: 2,
  inputFields: 4,
  enumValues: 2,
  interfaces: 1,
  possibleTypes: 2,
};

/**
 * How many values the introspection in a document asks for, roughly: each field counts once for each item of the lists around it. Nested lists of the schema
 * multiply, so a short document can ask for millions.
 */
export function introspectionCost(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  const costs = new Map<string, number>();

  function costOfFragment(name: string): number {
    const known = costs.get(name);
    if (known !== undefined) return known;
    costs.set(name, 0);
    const fragment = fragments.get(name);
    const cost = fragment ? costOf(fragment.selectionSet) : 0;
    costs.set(name, cost);
    return cost;
  }

  function costOf({ selections }: SelectionSetNode): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) cost += costOfFragment(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) cost += costOf(selection.selectionSet);
      else cost += 1 + (selection.selectionSet ? (LENGTHS[selection.name.value] ?? 1) * costOf(selection.selectionSet) : 0);
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
