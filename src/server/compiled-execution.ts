import { type DocumentNode, type ExecutionArgs, type ExecutionResult, execute, getOperationAST, locatedError } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

const compiled = new WeakMap<DocumentNode, Execute>();

/**
 * Runs a document of our own. Queries call the same resolvers as ever, but what graphql-js looks up for each field is looked up once, and written down as one
 * function: that takes some milliseconds at the first time, and up to half of a list's time away from then on. Mutations, whose results are of abstract types,
 * are left to graphql-js: where telling such a type fails, graphql-jit never answers. So is what clients send: each text of theirs would cost a function.
 */
export const executeCompiled: Execute = (args) => {
  const known = compiled.get(args.document) ?? compile(args);
  compiled.set(args.document, known);
  return known(args);
};

function compile({ schema, document }: ExecutionArgs): Execute {
  if (getOperationAST(document)?.operation !== 'query') return execute;
  const query = compileQuery(schema, document);
  if (!isCompiledQuery(query)) return execute;
  return async ({ rootValue, contextValue, variableValues }) => withCauses(await query.query(rootValue, contextValue, variableValues));
}

/** What is wrong with a value, such as a null where there can be none, is a fault like any other; graphql-jit gives such errors no cause. */
function withCauses(result: ExecutionResult): ExecutionResult {
  if (!result.errors || result.data === undefined) return result;
  const errors = result.errors.map((error) =>
    error.originalError ? error : locatedError(new Error(error.message), error.nodes, error.path),
  );
  return { ...result, errors };
}
