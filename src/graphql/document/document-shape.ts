import { type DirectiveNode, type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import { LIMITS, type LimitName, tooComplex } from '../limits.ts';
import { introspectionCost } from './introspection-cost.ts';
import { countRepetitions } from './repetitions.ts';

/** What a selection set holds, with its fragments in their places. */
interface Size {
  fields: number;
  aliases: number;
  levels: number;
}

const SUBJECTS: Partial<Record<LimitName, string>> = {
  fields: 'fields',
  aliases: 'aliases',
  levels: 'levels of selections',
  directives: 'directives',
  operations: 'operations',
  fragments: 'fragments',
  spreads: 'fragment spreads',
  variables: 'variables',
  repetitions: 'repetitions of the same fields',
};

/**
 * Checks the shape of a parsed document before it is validated, in linear time. Several validation rules take time that grows with the square of what they
 * compare; below these limits none of them takes long. Fragments that spread themselves are refused here, since validation rules follow them without end.
 *
 * @throws GraphQLError with the code TOO_COMPLEX beyond a limit, GRAPHQL_VALIDATION_FAILED for fragments that share a name or spread themselves
 */
export function checkDocumentShape(document: DocumentNode): void {
  const fragments = fragmentsOf(document);
  const shape = new Shape(fragments);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      shape.count('fragments');
      shape.countDirectives(definition.directives);
      shape.requireSize(shape.sizeOfFragment(definition.name.value));
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      shape.count('operations');
      shape.countDirectives(definition.directives);
      for (const { directives } of definition.variableDefinitions ?? []) {
        shape.count('variables');
        shape.countDirectives(directives);
      }
      shape.requireSize(shape.sizeOf(definition.selectionSet));
    }
  }
  requireAtMost('repetitions', countRepetitions(document, fragments));
  const cost = introspectionCost(document, fragments);
  if (cost > LIMITS.introspection) throw tooComplex(`The introspection costs ${cost}; at most ${LIMITS.introspection} is allowed.`);
}

/** The fragments of a document by name. @throws GraphQLError where two have one name: only one of them would be checked */
function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { value } = definition.name;
    if (fragments.has(value)) throw invalid(`There can be only one fragment named "${value}".`, definition);
    fragments.set(value, definition);
  }
  return fragments;
}

function invalid(message: string, node: FragmentDefinitionNode): GraphQLError {
  return new GraphQLError(message, { nodes: node, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

class Shape {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Null: the fragment is being measured. */
  readonly #sizes = new Map<string, Size | null>();
  readonly #counts = new Map<LimitName, number>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  count(limit: LimitName): void {
    const count = (this.#counts.get(limit) ?? 0) + 1;
    this.#counts.set(limit, count);
    requireAtMost(limit, count);
  }

  countDirectives(directives: readonly DirectiveNode[] = []): void {
    for (const _ of directives) this.count('directives');
  }

  /** Each operation and each fragment has the limits for itself. */
  requireSize(size: Size): void {
    for (const name of ['fields', 'aliases', 'levels'] as const) requireAtMost(name, size[name]);
  }

  sizeOfFragment(name: string): Size {
    const known = this.#sizes.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    // Validation reports a fragment that is not defined.
    if (!fragment) return { fields: 0, aliases: 0, levels: 0 };
    if (known === null) throw invalid(`Cannot spread fragment "${name}" within itself.`, fragment);
    this.#sizes.set(name, null);
    const size = this.sizeOf(fragment.selectionSet);
    this.#sizes.set(name, size);
    return size;
  }

  sizeOf({ selections }: SelectionSetNode): Size {
    const size: Size = { fields: 0, aliases: 0, levels: 1 };
    for (const selection of selections) {
      this.countDirectives(selection.directives);
      let inner: Size | null = null;
      let levels = 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        this.count('spreads');
        inner = this.sizeOfFragment(selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) inner = this.sizeOf(selection.selectionSet);
      else {
        size.fields += 1;
        if (selection.alias) size.aliases += 1;
        if (selection.selectionSet) inner = this.sizeOf(selection.selectionSet);
        levels = 1;
      }
      if (!inner) continue;
      size.fields += inner.fields;
      size.aliases += inner.aliases;
      size.levels = Math.max(size.levels, inner.levels + levels);
    }
    return size;
  }
}

function requireAtMost(limit: LimitName, count: number): void {
  if (count > LIMITS[limit]) throw tooComplex(`The document has more than ${LIMITS[limit]} ${SUBJECTS[limit]}.`);
}
