import { type DocumentNode, Kind, type SelectionSetNode, specifiedScalarTypes, type TypeNode } from 'graphql';

const PUBLIC_FIELDS = new Set(['__typename', '__schema', '__type']);
const SCALARS = new Set(specifiedScalarTypes.map(({ name }) => name));

/**
 * Whether a document asks for nothing but `__typename` and the schema, so that it may run without a credential. Its variables are scalars of GraphQL itself:
 * the errors of any other type would describe the schema.
 */
export function isPublicDocument({ definitions }: DocumentNode): boolean {
  return definitions.every((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return isPublicFragment(definition.typeCondition.name.value, definition.selectionSet);
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'query') return false;
    const { variableDefinitions = [], selectionSet } = definition;
    return variableDefinitions.every(({ type }) => isScalar(type)) && isPublicSelection(selectionSet);
  });
}

function isScalar(type: TypeNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && SCALARS.has(named.name.value);
}

/** A fragment on a type of the introspection schema may hold any field: it can only be spread below `__schema` and `__type`. */
function isPublicFragment(type: string, selectionSet: SelectionSetNode): boolean {
  return type.startsWith('__') || isPublicSelection(selectionSet);
}

/** The fields below a public field are public. */
function isPublicSelection({ selections }: SelectionSetNode): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return PUBLIC_FIELDS.has(selection.name.value);
    // The fragment that is spread is checked by itself.
    return selection.kind === Kind.FRAGMENT_SPREAD || isPublicFragment(selection.typeCondition?.name.value ?? '', selection.selectionSet);
  });
}
