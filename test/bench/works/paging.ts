import { ask } from '../ask.ts';
import { graphqlData } from '../canonical.ts';
import type { Collection } from '../collection.ts';
import { AUTHORIZED } from '../gateway.ts';
import { listed } from '../graphql-contender.ts';
import { measureGrowth, type Question } from '../growth.ts';
import { type HttpResponse, jsonRequest } from '../http-client.ts';
import type { Work } from '../work.ts';

const PAGE = 'query ($after: String) { tours(projectId: 1, first: 20, after: $after) { nodes { uuid name } } }';
const POSITION = `query ($first: Int, $last: Int) { tours(projectId: 1, first: $first, last: $last) {
  nodes { uuid createdAt } pageInfo { startCursor endCursor } } }`;

interface Position {
  cursor: string;
  uuid: string;
  createdAt: string;
}

/** Pages of twenty by cursor in collections of several sizes: the second page, and the last. */
export const paging: Work = {
  name: 'paging',
  run: (bench) =>
    measureGrowth(bench, [
      question('The second page by cursor', { first: 20 }, 'endCursor'),
      question('The last page by cursor', { last: 21 }, 'startCursor'),
    ]),
};

function question(title: string, near: object, end: 'startCursor' | 'endCursor'): Question {
  return {
    title,
    async floor(collection) {
      const { createdAt, uuid } = await position(collection, near, end);
      return { requests: [{ path: `/page/${createdAt}/${uuid}` }], read: ({ body }) => full(JSON.parse(body.toString())) };
    },
    async gateway(collection) {
      const { cursor } = await position(collection, near, end);
      return {
        requests: [jsonRequest('/graphql', { query: PAGE, variables: { after: cursor } }, AUTHORIZED)],
        read: ({ body }: HttpResponse) => full(listed(graphqlData(body)) as unknown[]),
      };
    },
  };
}

async function position({ gateway }: Collection, variables: object, end: 'startCursor' | 'endCursor'): Promise<Position> {
  const response = await ask(gateway.url, jsonRequest('/graphql', { query: POSITION, variables }, AUTHORIZED));
  const { nodes, pageInfo } = graphqlData(response.body).tours as {
    nodes: Omit<Position, 'cursor'>[];
    pageInfo: Record<typeof end, string>;
  };
  const node = end === 'startCursor' ? nodes[0] : nodes.at(-1);
  if (!node) throw new Error('There is no tour to page from.');
  return { ...node, cursor: pageInfo[end] };
}

function full(tours: unknown[]): unknown[] {
  if (tours.length !== 20) throw new Error(`A page of ${tours.length} tours.`);
  return tours;
}
