import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, parse, print, type SelectionSetNode, visit } from 'graphql';
import { ROOT } from './server.ts';

type Fields = Record<string, unknown>;

/** A document of the REST layer as a client may send it: without its aliases, of which there are more than one operation may have. */
export interface WireDocument {
  query: string;
  /** Gives the data the names of the wire again. */
  rename(data: Fields): Fields;
}

export function wireDocument(name: string): WireDocument {
  const source = parse(readFileSync(path.join(ROOT, 'src/rest/operations.graphql'), 'utf8'));
  const fragments = new Map(source.definitions.flatMap((node) => (node.kind === 'FragmentDefinition' ? [[node.name.value, node]] : [])));
  const operation = source.definitions.find((node) => node.kind === 'OperationDefinition' && node.name?.value === name);
  if (operation?.kind !== 'OperationDefinition') throw new Error(`There is no operation ${name}.`);
  const used = new Set<FragmentDefinitionNode>();
  const collect = (set: SelectionSetNode) =>
    visit(set, {
      FragmentSpread(spread) {
        const fragment = fragments.get(spread.name.value) as FragmentDefinitionNode;
        used.add(fragment);
        collect(fragment.selectionSet);
      },
    });
  collect(operation.selectionSet);
  const document: DocumentNode = { kind: source.kind, definitions: [operation, ...used] };
  const plain = visit(document, { Field: ({ alias: _, ...field }) => field });

  const fieldsOf = (set: SelectionSetNode): FieldNode[] =>
    set.selections.flatMap((node) => {
      if (node.kind === 'Field') return [node];
      return fieldsOf(
        node.kind === 'InlineFragment' ? node.selectionSet : (fragments.get(node.name.value) as FragmentDefinitionNode).selectionSet,
      );
    });
  const rename = (value: unknown, set: SelectionSetNode | undefined): unknown => {
    if (!set || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => rename(item, set));
    return Object.fromEntries(
      fieldsOf(set).map((field) => [(field.alias ?? field.name).value, rename((value as Fields)[field.name.value], field.selectionSet)]),
    );
  };
  return { query: print(plain), rename: (data) => rename(data, operation.selectionSet) as Fields };
}
