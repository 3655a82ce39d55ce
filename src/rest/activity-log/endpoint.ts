import { RestActivityLogDocument } from '../../generated/operations.ts';
import type { Answer } from '../answer.ts';
import { type Call, ok } from '../call.ts';
import { notFound } from '../problem.ts';
import { readActivityPage } from './activity-page.ts';
import { readActivityFilter } from './activity-query.ts';
import { activityBody } from './activity-shape.ts';

const NO_PAGE = 'Invalid page.';

export async function readActivityLog({ projectId, query, url, run }: Call): Promise<Answer> {
  const wanted = readActivityPage(query);
  if (!wanted) return notFound(NO_PAGE);
  const filter = readActivityFilter(query);
  const read = (offset: number) => run(RestActivityLogDocument, { projectId, ...filter, limit: wanted.limit, offset });
  let { page } = await read(wanted.offset);
  // Where the last page begins is known once the entries are counted.
  if (wanted.isLast && page.totalCount > wanted.limit) {
    ({ page } = await read(Math.floor((page.totalCount - 1) / wanted.limit) * wanted.limit));
  }
  const links = wanted.links(url(), page.totalCount);
  if (!links) return notFound(NO_PAGE);
  const owner = { id: projectId, organizationId: page.organizationId ?? null };
  return ok({ count: page.totalCount, ...links, results: page.nodes.map((entry) => activityBody(entry, owner)) });
}
