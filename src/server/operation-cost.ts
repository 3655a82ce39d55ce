import type { IncomingHttpHeaders } from 'node:http';
import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type ExecutionResult, Kind } from 'graphql';
import { LIMITS } from '../graphql/limits.ts';
import { schema } from '../graphql/schema.ts';
import type { PreparedOperation } from './documents.ts';

/**
 * Whether the client asks for the cost of its operation: `GraphQL-Cost: report`, as Hot Chocolate names it, or
 * `X-GraphQL-Cost: report`.
 */
export function reportsCost(headers: IncomingHttpHeaders): boolean {
  const asked = headers['graphql-cost'] ?? headers['x-graphql-cost'];
  return String(asked).trim().toLowerCase() === 'report';
}

/** The result with `extensions.cost`: what the operation asks for and the limits on it. */
export function withCost(result: ExecutionResult, prepared: PreparedOperation): ExecutionResult {
  const cost = costOf(prepared);
  return cost ? { ...result, extensions: { ...result.extensions, cost } } : result;
}

function costOf({ document, operation, variables }: PreparedOperation): object | null {
  try {
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    const measured = complexityFromQuery(
      { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
      { schema, variables: variables ?? {} },
    );
    return {
      requested: measured.complexity,
      limit: LIMITS.complexity,
      depth: { requested: measured.depth, limit: LIMITS.depth },
      fields: { requested: measured.breadth, limit: LIMITS.breadth },
    };
  } catch {
    // Variables that do not fit their types have no cost; the result says what is wrong with them.
    return null;
  }
}
