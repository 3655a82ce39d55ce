import type { Answer } from './answer.ts';
import { notAcceptable, notFound } from './problem.ts';
import type { RestRequest } from './request.ts';

/** JSON is the only form of an answer. Parameters such as `q` are not looked at, as upstream does not weigh them either. */
const JSON_RANGE = /^\s*(application|\*)\/(json|\*)\s*(;|$)/i;

/** Why an answer in JSON would not be what the client asked for, or null. The query's `format` is looked at before the header. */
export function refuseFormat({ query, headers }: Pick<RestRequest, 'query' | 'headers'>): Answer | null {
  const format = query.getAll('format').at(-1);
  if (format && format !== 'json') return notFound();
  const ranges = (headers.accept ?? '*/*').split(',');
  return ranges.some((range) => JSON_RANGE.test(range)) ? null : notAcceptable();
}
