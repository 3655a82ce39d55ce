import { describe, expect, it } from 'vitest';
import { pageLinks, readPageRequest, requestUrl } from '../../../src/rest/pagination.ts';

const P = '/api/projects/1/product_tours';

describe('pages', () => {
  it.each([
    ['', 100, 0],
    ['limit=5&offset=10', 5, 10],
    ['limit=0&offset=-1', 100, 0],
    ['limit=-3&offset=x', 100, 0],
    ['limit=&offset=', 100, 0],
    ['limit=1.5', 100, 0],
    ['limit=100000', 100_000, 0],
    ['limit=99999999999&offset=99999999999', 2_147_483_647, 2_147_483_647],
    ['limit=1&limit=7', 7, 0],
  ])('are read from %j', (query, limit, offset) => {
    expect(readPageRequest(new URLSearchParams(query))).toEqual({ limit, offset, search: null });
  });

  it.each([
    [' a ', 'a'],
    ['', null],
    [' \0 ', null],
    ['a'.repeat(200), 'a'.repeat(200)],
  ])('take the search %j', (search, term) => {
    expect(readPageRequest(new URLSearchParams({ search })).search).toBe(term);
  });

  it('refuse a search over 200 characters, counted before trimming', () => {
    const fields = [{ path: 'search', code: 'invalid_input', message: 'Search query must be 200 characters or fewer.' }];
    expect(() => readPageRequest(new URLSearchParams({ search: ' '.repeat(201) }))).toThrow(expect.objectContaining({ fields }));
  });

  /** As Python makes them. */
  it.each([
    ['', 0, 3, '?limit=2&offset=2', null],
    ['', 2, 3, null, '?limit=2'],
    ['', 4, 9, '?limit=2&offset=6', '?limit=2&offset=2'],
    ['', 7, 3, null, '?limit=2&offset=5'],
    ['?z=1&search=a+b&offset=1&z=0', 1, 9, '?limit=2&offset=3&search=a+b&z=1&z=0', '?limit=2&search=a+b&z=1&z=0'],
    ['?q=%C3%A9!*%27()~-_.%2F', 0, 9, '?limit=2&offset=2&q=%C3%A9%21%2A%27%28%29~-_.%2F', null],
    ['?b&=x', 0, 9, '?=x&b=&limit=2&offset=2', null],
  ])('link on from %j at %i of %i', (search, offset, count, next, previous) => {
    const base = `http://h:1${P}/`;
    const url = requestUrl({ path: `${P}/`, query: new URLSearchParams(search) }, 'http://h:1');
    const links = pageLinks(url, { limit: 2, offset }, count);
    expect(links).toEqual({ next: next && base + next, previous: previous && base + previous });
  });

  it('are addressed as the client knows the server', () => {
    const at = (search: string) => requestUrl({ path: '/p', query: new URLSearchParams(search) }, 'https://tours.example/base');
    expect([at(''), at('a=b')]).toEqual(['https://tours.example/base/p', 'https://tours.example/base/p?a=b']);
  });
});
