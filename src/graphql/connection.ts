import type { CountablePage } from '../domain/find-page.ts';
import type { Page } from '../domain/keyset.ts';

/** A page of the domain as Relay's connections show it, with whatever else is known of it. */
export function connectionOf<T extends Page<unknown>>({ hasNextPage, hasPreviousPage, ...page }: T) {
  const [first, last] = [page.edges[0], page.edges.at(-1)];
  return { ...page, pageInfo: { hasNextPage, hasPreviousPage, startCursor: first?.cursor ?? null, endCursor: last?.cursor ?? null } };
}

/** `totalCount` of a connection whose page is a CountablePage. */
export const TOTAL_COUNT = {
  description: 'How many there are in all; counted only when selected.',
  resolve: (page: object) => (page as CountablePage<unknown>).count(),
};
