import {
  coerceInputValue,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { FieldProblem } from '../../domain/errors.ts';
import { LIMITS } from '../limits.ts';

/** Messages quote values, which may be as long as the request. In UTF-16 code units. */
const MAX_MESSAGE_LENGTH = 1000;

/** More problems are not looked for. */
class EnoughProblems extends Error {}

/**
 * What is wrong with the variables of a request, at most 20 problems. graphql-js would say the same while it executes, but print the whole object for each key
 * that does not belong into it: that takes many seconds.
 *
 * @param hideSuggestions names of the schema that resemble a wrong one are left out
 */
export function valueProblems(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  hideSuggestions: boolean,
): FieldProblem[] {
  const problems: FieldProblem[] = [];

  function add(code: 'required' | 'null' | 'invalid_input', path: string, message: string): void {
    const short = message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
    // A copy: a part of a text keeps the whole text in memory.
    problems.push({ path, code, message: Buffer.from(short).toString() });
    if (problems.length >= LIMITS.errors) throw new EnoughProblems();
  }

  function check({ variable, type: typeNode, defaultValue }: VariableDefinitionNode): void {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode as never);
    // Validation reports a type that is none of input.
    if (!isInputType(type)) return;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const isRequired = isNonNullType(type);
    if (value === undefined) {
      if (isRequired && !defaultValue) add('required', name, `A value of type "${print(typeNode)}" is required.`);
      return;
    }
    if (value === null) {
      if (isRequired) add('null', name, `A value of type "${print(typeNode)}" must not be null.`);
      return;
    }
    coerceInputValue(value, type, (path, _, error) => add('invalid_input', [name, ...path].join('.'), error.message), hideSuggestions);
  }

  try {
    for (const definition of variableDefinitions) check(definition);
  } catch (error) {
    if (!(error instanceof EnoughProblems)) throw error;
  }
  return problems;
}
