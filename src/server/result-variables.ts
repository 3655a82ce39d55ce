import { type ASTNode, type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';

/**
 * The variables on which the result of a subscription's event depends, by name. Those that only say which events are wanted (arguments of the root field) do
 * not matter once the event is there: subscribers that resume from different places get the same.
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
    collect(selection.kind === Kind.FIELD ? { ...selection, arguments: [] } : selection);
  }
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) collect(definition);
  return [...names].sort();
}
