import { type ASTNode, type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';

/** The argument of every subscription that says where to go on. */
const START = 'after';

/**
 * The variables on which the result of a subscription's event depends, by name. Where a subscriber starts does not matter once the event is there: those that
 * resume from different places get the same.
 */
export function variablesOfResult(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const names = new Set<string>();
  const collect = (node: ASTNode): void => {
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
    });
  };
  for (const selection of operation.selectionSet.selections) {
    const isField = selection.kind === Kind.FIELD;
    collect(isField ? { ...selection, arguments: (selection.arguments ?? []).filter(({ name }) => name.value !== START) } : selection);
  }
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) collect(definition);
  return [...names].sort();
}
