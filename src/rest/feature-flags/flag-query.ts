import type { RestListFlagsQueryVariables } from '../../generated/operations.ts';
import type { Parameter } from '../../openapi/document.ts';
import { MAX_INTEGER, parseInteger } from '../integer.ts';
import { readPage } from '../pagination.ts';

export const FLAG_SEARCH: Parameter = {
  name: 'search',
  in: 'query',
  description: 'Only flags whose key or name contains this text, whatever the case.',
  schema: { type: 'string' },
};

export const FLAG_KEY: Parameter = {
  name: 'key',
  in: 'query',
  description: 'Only the flag with this key, whatever the case.',
  schema: { type: 'string' },
};

export const FLAG_ACTIVE: Parameter = {
  name: 'active',
  in: 'query',
  description:
    '`true`: only active flags. Any other text: only those that are not. `STALE` finds none, since the gateway does not record how flags are used.',
  schema: { type: 'string' },
};

export const FLAG_CREATED_BY: Parameter = {
  name: 'created_by_id',
  in: 'query',
  description: 'Only flags of these users: one id, or several as a JSON list or separated by commas.',
  schema: { type: 'string' },
};

const NOBODY: number[] = [];

/** Of a repeated parameter the last counts; an empty one counts as absent. */
export function readFlagQuery(query: URLSearchParams): Omit<RestListFlagsQueryVariables, 'projectId'> {
  const last = (name: string) => query.getAll(name).at(-1) || null;
  const active = last(FLAG_ACTIVE.name);
  // Nothing is ever archived here, or known to be stale.
  const isNothing = active === 'STALE' || last('archived')?.toLowerCase() === 'true';
  return {
    ...readPage(query),
    search: last(FLAG_SEARCH.name),
    key: last(FLAG_KEY.name),
    active: active === null || isNothing ? null : active.toLowerCase() === 'true',
    createdByIds: isNothing ? NOBODY : readIds(last(FLAG_CREATED_BY.name)),
  };
}

/** What is no number is left out. Null: no condition, also where nothing is left. */
function readIds(text: string | null): number[] | null {
  if (text === null) return null;
  const ids = text
    .trim()
    .replace(/^\[(.*)\]$/s, '$1')
    .split(',')
    .map((item) => parseInteger(item.trim().replace(/^"(.*)"$/, '$1')))
    .filter((id) => id !== null && Math.abs(id) <= MAX_INTEGER);
  return ids.length > 0 ? (ids as number[]) : null;
}
