import {
  type ASTVisitor,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValueNode,
  type VariableNode,
} from 'graphql';
import type { FieldProblem } from '../../domain/errors.ts';
import { LIMITS } from '../limits.ts';
import { type ExpectedId, expectedId } from './expected-id.ts';
import { idProblem } from './id-problem.ts';

/** A place of a document that takes a value. */
interface Place {
  /** As in `FieldError.path`. */
  path: string;
  type: GraphQLInputType;
  /** The id that is expected there. Null: no id, or an object that may hold some. */
  expected: ExpectedId | null;
}

export interface VariableUse extends Place {
  name: string;
}

/**
 * Finds ids of one kind where another is expected: in the literals of a document when it is validated, and for each request in its variables (`variableProblems`).
 */
export class DocumentIds {
  /** The variables of each operation that can hold ids, once the document is validated. */
  readonly uses = new Map<OperationDefinitionNode, VariableUse[]>();
  readonly #misplaced = new Set<ValueNode>();

  readonly rule = (context: ValidationContext): ASTVisitor => {
    const places = new Map<VariableNode, Place>();
    const visitValue = (node: ValueNode, place: Place): void => {
      const { path, type, expected } = place;
      const named = getNamedType(type);
      if (node.kind === Kind.VARIABLE && (expected || isInputObjectType(named))) places.set(node, place);
      if (node.kind === Kind.LIST)
        for (const [n, item] of node.values.entries()) visitValue(item, { ...place, path: join(path, String(n)) });
      if (node.kind === Kind.OBJECT && isInputObjectType(named)) {
        const fields = named.getFields();
        for (const { name, value } of node.fields) {
          const field = fields[name.value];
          if (field) visitValue(value, placeOf(named.name, field, path));
        }
      }
      if (!expected || (node.kind !== Kind.STRING && node.kind !== Kind.INT)) return;
      const problem = idProblem(expected, path, node.kind === Kind.INT ? Number(node.value) : node.value);
      if (!problem) return;
      this.#misplaced.add(node);
      context.reportError(misplacedIds([problem], node));
    };
    return {
      Argument(node) {
        const [owner, field, arg] = [context.getParentType(), context.getFieldDef(), context.getArgument()];
        if (owner && field && arg && !context.getDirective()) visitValue(node.value, placeOf(`${owner.name}.${field.name}`, arg, ''));
      },
      OperationDefinition: {
        leave: (operation) => {
          this.uses.set(operation, []);
        },
      },
      Document: {
        leave: () => {
          for (const [operation, uses] of this.uses) {
            for (const { node } of context.getRecursiveVariableUsages(operation)) {
              const place = places.get(node);
              if (place) uses.push({ ...place, name: node.name.value });
            }
          }
        },
      },
    };
  };

  /** The errors of the validation without those that say less of the same value. */
  withoutRepetitions(errors: readonly GraphQLError[]): GraphQLError[] {
    return errors.filter(({ nodes, extensions }) => extensions.fields || !this.#misplaced.has(nodes?.[0] as ValueNode));
  }
}

/** Ids of one kind where another is expected, in the variables of a request. */
export function variableProblems(uses: readonly VariableUse[], variables: Record<string, unknown>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { name, ...place } of uses) checkValue(variables[name], place, problems);
  return problems;
}

function checkValue(value: unknown, place: Place, problems: FieldProblem[]): void {
  if (value === null || value === undefined || problems.length >= LIMITS.errors) return;
  if (Array.isArray(value)) {
    for (const [n, item] of value.entries()) checkValue(item, { ...place, path: join(place.path, String(n)) }, problems);
    return;
  }
  const named = getNamedType(place.type);
  if (isInputObjectType(named) && typeof value === 'object') {
    const fields = named.getFields();
    for (const [name, item] of Object.entries(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field) checkValue(item, placeOf(named.name, field, place.path), problems);
    }
    return;
  }
  const problem = place.expected && idProblem(place.expected, place.path, value);
  if (problem) problems.push(problem);
}

/** A request error with the code and the details of a ValidationError. */
export function misplacedIds(problems: readonly FieldProblem[], node?: ValueNode): GraphQLError {
  const message = problems.map(({ path, message }) => `${path}: ${message}`).join(' ');
  return new GraphQLError(message, { nodes: node ?? null, extensions: { code: 'VALIDATION_FAILED', fields: problems } });
}

function placeOf(owner: string, { name, type }: Pick<GraphQLArgument, 'name' | 'type'>, parent: string): Place {
  return { path: name === 'input' ? parent : join(parent, name), type, expected: expectedId(owner, name, getNamedType(type).name) };
}

function join(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}
