import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { LIMITS } from '../limits.ts';

/**
 * How many pairs of fields with the same response name stand in the same place of a document. Validation compares each pair, so a document with thousands of
 * equal fields would take seconds. Counting stops beyond the limit. The document is to be within the limit of fields.
 */
export function countRepetitions(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  let pairs = 0;

  function visit(sets: readonly SelectionSetNode[]): void {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) collect(set, fields, new Set());
    for (const group of fields.values()) {
      pairs += (group.length * (group.length - 1)) / 2;
      if (pairs > LIMITS.repetitions) return;
      const inner = group.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length > 0) visit(inner);
    }
  }

  function collect({ selections }: SelectionSetNode, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const group = fields.get(name);
        if (group) group.push(selection);
        else fields.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, fields, spread);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet, fields, spread);
      }
    }
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION) visit([definition.selectionSet]);
  }
  return pairs;
}
