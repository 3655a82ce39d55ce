import type { Parameter } from '../../openapi/document.ts';
import { MAX_INTEGER, parseInteger } from '../integer.ts';
import { numberedPageLinks, type Page, pageLinks, readPage } from '../pagination.ts';

const DEFAULT_SIZE = 100;
const MAX_SIZE = 1000;

export const PAGE: Parameter = {
  name: 'page',
  in: 'query',
  description: 'The number of a page, from 1, or `last`. `next` and `previous` then name pages. Beyond the last page: 404.',
  schema: { type: 'string' },
};

export const PAGE_SIZE: Parameter = {
  name: 'page_size',
  in: 'query',
  description: `How many entries a page has: ${DEFAULT_SIZE} when absent, at most ${MAX_SIZE}. \`limit\` takes precedence where no \`page\` is given.`,
  schema: { type: 'integer', minimum: 1 },
};

/** A page to read, and its links once the number of entries is known; null: there is no such page. */
export interface ActivityPage extends Page {
  isLast: boolean;
  links(url: string, count: number): { next: string | null; previous: string | null } | null;
}

/** By `page` and `page_size`, as the original's clients page; else by `limit` and `offset`. Null: no page has such a number. */
export function readActivityPage(query: URLSearchParams): ActivityPage | null {
  const last = (name: string) => query.getAll(name).at(-1) ?? '';
  const asked = parseInteger(last(PAGE_SIZE.name)) ?? 0;
  const size = asked > 0 ? Math.min(asked, MAX_SIZE) : DEFAULT_SIZE;
  const page = last(PAGE.name);
  if (page === '') {
    const byOffset = { ...readPage(query), ...(!query.has('limit') && { limit: size }) };
    return { ...byOffset, isLast: false, links: (url, count) => pageLinks(url, byOffset, count) };
  }
  const isLast = page === 'last';
  const number = isLast ? 1 : parseInteger(page);
  if (number === null || number < 1) return null;
  return {
    limit: size,
    offset: Math.min((number - 1) * size, MAX_INTEGER),
    isLast,
    links(url, count) {
      const pages = Math.max(1, Math.ceil(count / size));
      const present = isLast ? pages : number;
      return present > pages ? null : numberedPageLinks(url, present, present === pages);
    },
  };
}
