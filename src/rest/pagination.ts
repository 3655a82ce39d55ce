import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { checkSearch } from '../domain/tour/search.ts';
import type { Parameter } from '../openapi/document.ts';
import { CREDENTIAL_FIELD } from './credentials.ts';
import { MAX_INTEGER, parseInteger } from './integer.ts';
import type { RestRequest } from './request.ts';

const DEFAULT_LIMIT = 100;

export const LIMIT = {
  name: 'limit',
  in: 'query',
  description: `How many to list, ${DEFAULT_LIMIT} when absent. There is no upper limit.`,
  schema: { type: 'integer', minimum: 1 },
} satisfies Parameter;

export const OFFSET = {
  name: 'offset',
  in: 'query',
  description: 'How many to pass over, none when absent.',
  schema: { type: 'integer', minimum: 0 },
} satisfies Parameter;

export const SEARCH = {
  name: 'search',
  in: 'query',
  description: 'Lists what is similar in name or description, the most similar first.',
  schema: { type: 'string', maxLength: INPUT_LIMITS.search },
} satisfies Parameter;

export interface Page {
  limit: number;
  offset: number;
}

/**
 * `limit`, `offset` and `search` of the list of tours: contract section 5.
 *
 * @throws ValidationError for a search that is too long; asked here already, because an error of a query does not say which field it is about
 */
export function readPageRequest(query: URLSearchParams): Page & { search: string | null } {
  return { ...readPage(query), search: checkSearch(query.getAll(SEARCH.name).at(-1)) };
}

/** `limit` and `offset`. A number that makes no sense counts as not given. Of a repeated parameter the last counts. */
export function readPage(query: URLSearchParams): Page {
  const limit = parseInteger(query.getAll(LIMIT.name).at(-1) ?? '') ?? 0;
  const offset = parseInteger(query.getAll(OFFSET.name).at(-1) ?? '') ?? 0;
  return {
    limit: limit > 0 ? Math.min(limit, MAX_INTEGER) : DEFAULT_LIMIT,
    offset: Math.min(Math.max(offset, 0), MAX_INTEGER),
  };
}

/** `next` and `previous`: the URL of the request with other numbers in it. */
export function pageLinks(url: string, { limit, offset }: Page, count: number) {
  const hasNext = offset + limit < count;
  const previous = offset - limit > 0 ? offset - limit : null;
  return {
    next: hasNext ? withParameters(url, { limit, offset: offset + limit }) : null,
    previous: offset > 0 ? withParameters(url, { limit, offset: previous }) : null,
  };
}

/** The same by page numbers. The first page is addressed without one. */
export function numberedPageLinks(url: string, page: number, isLast: boolean) {
  return {
    next: isLast ? null : withParameters(url, { page: page + 1 }),
    previous: page > 1 ? withParameters(url, { page: page === 2 ? null : page - 1 }) : null,
  };
}

/**
 * The absolute URL that the client asked for.
 *
 * @param baseUrl where clients reach this server, without a slash at the end
 */
export function requestUrl({ path, query }: Pick<RestRequest, 'path' | 'query'>, baseUrl: string): string {
  const search = query.size > 0 ? `?${query}` : '';
  return `${baseUrl}${path}${search}`;
}

/** Sets parameters, or takes them out with null. A key that came in the query is left out: links are stored and logged. The parameters of the result stand in the order of their names, as clients of the original know it. */
function withParameters(url: string, changes: Record<string, number | null>): string {
  const [address, search] = url.split('?', 2) as [string, string?];
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries({ ...changes, [CREDENTIAL_FIELD]: null })) {
    if (value === null) query.delete(name);
    else query.set(name, String(value));
  }
  const names = [...new Set(query.keys())].sort(byCodePoint);
  const pairs = names.flatMap((name) => query.getAll(name).map((value) => `${encode(name)}=${encode(value)}`));
  return pairs.length === 0 ? address : `${address}?${pairs.join('&')}`;
}

/** UTF-8 sorts like the code points, which UTF-16 does not. */
function byCodePoint(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** Form encoding that leaves letters, digits and `_.-~` alone. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
