import {
  type ArgumentNode,
  type FieldNode,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type ConcreteRequest, createOperationDescriptor, Environment, Network, RecordSource, Store } from 'relay-runtime';
import { schema } from '../../../src/graphql/schema.ts';
import { type CacheClient, type Credentials, requestHeaders, withoutTypenames, withTypenames } from './cache-client.ts';

export function relayClient(credentials: Credentials): CacheClient {
  const network = Network.create(async ({ text }, variables) => {
    const body = JSON.stringify({ query: text, variables });
    return (await fetch(`${credentials.url}/graphql`, { method: 'POST', headers: requestHeaders(credentials), body })).json() as never;
  });
  const environment = new Environment({ network, store: new Store(new RecordSource()) });
  return {
    async send(document, variables) {
      const operation = createOperationDescriptor(compile(document), variables);
      environment.retain(operation);
      const isMutation = operation.request.node.params.operationKind === 'mutation';
      await (isMutation ? environment.executeMutation({ operation }) : environment.execute({ operation })).toPromise();
      return withoutTypenames(environment.lookup(operation.fragment).data);
    },
    read(document, variables) {
      const { data, isMissingData } = environment.lookup(createOperationDescriptor(compile(document), variables).fragment);
      return isMissingData ? null : withoutTypenames(data);
    },
  };
}

type Selection = Record<string, unknown>;

/** What Relay's compiler makes of an operation without named fragments: the same selections for the reader and for the normalizer. */
function compile(text: string): ConcreteRequest {
  const document = withTypenames(text);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  const fields = new Map<FieldNode, Selection>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        fields.set(node, describeField(node, info));
      },
    }),
  );
  const selectionsOf = (set: SelectionSetNode | undefined): Selection[] =>
    (set?.selections ?? []).map((node) => {
      if (node.kind === Kind.FIELD)
        return { ...fields.get(node), ...(node.selectionSet && { selections: selectionsOf(node.selectionSet) }) };
      if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('Named fragments are not compiled.');
      const type = node.typeCondition?.name.value;
      return { kind: 'InlineFragment', type, abstractKey: null, selections: selectionsOf(node.selectionSet) };
    });
  const name = 'Test';
  const argumentDefinitions = (operation.variableDefinitions ?? []).map(({ variable }) => ({
    kind: 'LocalArgument',
    name: variable.name.value,
    defaultValue: null,
  }));
  const selections = selectionsOf(operation.selectionSet);
  const type = schema.getRootType(operation.operation)?.name;
  return {
    kind: 'Request',
    fragment: { kind: 'Fragment', name, type, metadata: null, abstractKey: null, argumentDefinitions, selections },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: { id: null, cacheID: print(document), name, operationKind: operation.operation, text: print(document), metadata: {} },
  } as unknown as ConcreteRequest;
}

function describeField({ alias, name, arguments: args = [], selectionSet }: FieldNode, info: TypeInfo): Selection {
  const field = {
    alias: alias?.value ?? null,
    name: name.value,
    args: args.length > 0 ? args.map(describeArgument) : null,
    storageKey: null,
  };
  const type = info.getType();
  const named = type && getNamedType(type);
  if (!selectionSet || isLeafType(named)) return { kind: 'ScalarField', ...field };
  return { kind: 'LinkedField', ...field, plural: String(type).includes('['), concreteType: isAbstractType(named) ? null : named?.name };
}

function describeArgument({ name, value }: ArgumentNode): Selection {
  if (value.kind === Kind.VARIABLE) return { kind: 'Variable', name: name.value, variableName: value.name.value };
  return { kind: 'Literal', name: name.value, value: valueFromASTUntyped(value as ValueNode) };
}
