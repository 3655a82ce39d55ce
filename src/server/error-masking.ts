import { type ExecutionResult, GraphQLError } from 'graphql';
import { isUnavailable } from '../db/pg-errors.ts';
import { ReadTooMuchError } from '../db/read-budget.ts';
import { DomainError, PermissionError, RateLimitedError, ValidationError } from '../domain/errors.ts';
import type { ServerContext } from './server-context.ts';

const READ_TOO_MUCH = 'The operation reads more content than one operation may. Ask for fewer items at once, or for less of each.';

/**
 * What a client hears of an error: a DomainError with its code, an error of GraphQL itself as it is, and of anything else only that it happened, with the
 * request id under which it was logged.
 */
export function maskError(error: unknown, { log, requestId }: Pick<ServerContext, 'log' | 'requestId'>): GraphQLError {
  const graphqlError =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error instanceof Error ? error : null });
  const cause = graphqlError.originalError;
  const { nodes, path } = graphqlError;
  if (cause instanceof DomainError) {
    return new GraphQLError(cause.message, {
      nodes: nodes ?? null,
      path: path ?? null,
      extensions: { code: cause.code, ...detailsOf(cause) },
    });
  }
  if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError)) return withCode(error);
  const at = { nodes: nodes ?? null, path: path ?? null };
  if (cause instanceof ReadTooMuchError) return new GraphQLError(READ_TOO_MUCH, { ...at, extensions: { code: 'TOO_COMPLEX' } });
  if (isUnavailable(cause)) {
    return new GraphQLError('The database could not be reached just now. Please try again in a moment.', {
      ...at,
      extensions: { code: 'UNAVAILABLE' },
    });
  }
  log.error({ requestId, err: cause ?? error, path }, 'unexpected error in a resolver');
  return new GraphQLError('Unexpected error.', {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  });
}

/** An error of GraphQL itself, or of a library that resolves a part of it: an argument is wrong. Each error has a code by which a client decides what to do. */
function withCode(error: GraphQLError): GraphQLError {
  const { message, nodes, path, extensions } = error;
  if (extensions.code !== undefined) return error;
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions: { code: 'VALIDATION_FAILED', ...extensions } });
}

/** What a typed error of a mutation tells beside message and code, where there is no mutation. */
function detailsOf(error: DomainError): Record<string, unknown> {
  if (error instanceof RateLimitedError) return { retryAfterSeconds: error.retryAfterSeconds };
  if (error instanceof ValidationError) return { fields: error.fields };
  if (error instanceof PermissionError && error.missingScope !== null) return { missingScope: error.missingScope };
  return {};
}

/** The same result where it has no errors. */
export function maskResult(result: ExecutionResult, server: ServerContext): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map((error) => maskError(error, server)) } : result;
}
