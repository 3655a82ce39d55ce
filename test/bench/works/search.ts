import { graphqlData } from '../canonical.ts';
import { COMMON, RARE } from '../collection.ts';
import { AUTHORIZED } from '../gateway.ts';
import { listed } from '../graphql-contender.ts';
import { measureGrowth, type Question } from '../growth.ts';
import { type HttpResponse, jsonRequest } from '../http-client.ts';
import type { Work } from '../work.ts';

const SEARCH = 'query ($search: String!) { tours(projectId: 1, first: 20, search: $search) { nodes { uuid name } } }';

/** Search by resemblance in collections of several sizes: a term that ten tours resemble, and one that a hundredth of them does,
 * which have to be compared and ordered. */
export const search: Work = {
  name: 'search',
  run: (bench) =>
    measureGrowth(bench, [
      question('Search with ten matches', RARE),
      { ...question('Search with 1 % of the tours matching', COMMON), answerGrows: true },
    ]),
};

function question(title: string, word: string): Question {
  const misspelt = `${word.slice(0, -1)}s`;
  return {
    title,
    floor: () => ({ requests: [{ path: `/search/${misspelt}` }], read: ({ body }) => found(JSON.parse(body.toString()), word) }),
    gateway: () => ({
      requests: [jsonRequest('/graphql', { query: SEARCH, variables: { search: misspelt } }, AUTHORIZED)],
      read: ({ body }: HttpResponse) => found(listed(graphqlData(body)) as { name: string }[], word),
    }),
  };
}

function found(tours: { name: string }[], word: string): object[] {
  if (!tours[0]?.name.includes(word))
    throw new Error(`The search for ${word} does not begin with it: ${JSON.stringify(tours.slice(0, 3))}`);
  return tours;
}
