import {
  type FeatureFlagWireFragment,
  RestCreateFlagDocument,
  RestDeleteFlagDocument,
  RestFlagStatusDocument,
  RestGetFlagDocument,
  RestListFlagsDocument,
  RestUpdateFlagDocument,
} from '../../generated/operations.ts';
import type { Answer } from '../answer.ts';
import { type Call, type Endpoint, ok, refuse } from '../call.ts';
import { writeConditionally } from '../conditional-write.ts';
import { taggedBody } from '../etag.ts';
import { pageLinks } from '../pagination.ts';
import { notFound } from '../problem.ts';
import type { Action } from '../route.ts';
import { readFlagQuery } from './flag-query.ts';
import { flagBody } from './flag-shape.ts';
import { readFlagChange, readNewFlag } from './flag-write.ts';

export const FLAG_ENDPOINTS = {
  async list_flags({ projectId, query, headers, url, run }: Call): Promise<Answer> {
    const wanted = readFlagQuery(query);
    const { page: found } = await run(RestListFlagsDocument, { projectId, ...wanted });
    const links = pageLinks(url(), wanted, found.totalCount);
    return taggedBody(headers, ok({ count: found.totalCount, ...links, results: found.nodes.map(flagBody) }));
  },

  async create_flag(call: Call): Promise<Answer> {
    // The original takes a new flag that is said to be deleted, and shows it nowhere.
    const { deleted: _, ...write } = await readNewFlag(call);
    const { result } = await call.run(RestCreateFlagDocument, { input: { projectId: call.projectId, ...write } });
    return 'featureFlag' in result ? { ...answerFlag(result.featureFlag), status: 201 } : refuse(result);
  },

  async retrieve_flag({ id, headers, run }: Call): Promise<Answer> {
    const { flag } = await run(RestGetFlagDocument, { id: Number(id) });
    return flag ? answerFlag(flag, headers) : notFound();
  },

  async update_flag(call: Call): Promise<Answer> {
    const { deleted, ...write } = await readFlagChange(call);
    return deleted ? deleteFlag(call) : updateFlag(call, { ...write, mergeFilters: true, restore: deleted === false });
  },

  /** The original answers without a body, and leaves the flag alone: flags are deleted with `deleted: true`. */
  async destroy_flag(): Promise<Answer> {
    return { status: 405, headers: {}, body: undefined };
  },
} satisfies Partial<Record<Action, Endpoint>>;

async function updateFlag({ id, headers, run }: Call, change: object): Promise<Answer> {
  const flagId = Number(id);
  const result = await writeConditionally(headers, {
    thing: 'flag',
    read: async () => (await run(RestFlagStatusDocument, { id: flagId })).flag?.version ?? null,
    write: async (expectedVersion) => (await run(RestUpdateFlagDocument, { input: { ...change, flagId, expectedVersion } })).result,
  });
  return 'featureFlag' in result ? answerFlag(result.featureFlag) : refuse(result);
}

/** A flag that is deleted already stays so. */
async function deleteFlag(call: Call): Promise<Answer> {
  const { id, headers, run } = call;
  const flagId = Number(id);
  const { flag } = await run(RestGetFlagDocument, { id: flagId });
  if (flag?.deleted) return answerFlag(flag);
  const result = await writeConditionally(headers, {
    thing: 'flag',
    read: async () => (await run(RestFlagStatusDocument, { id: flagId })).flag?.version ?? null,
    write: async (expectedVersion) => (await run(RestDeleteFlagDocument, { input: { flagId, expectedVersion } })).result,
  });
  return 'featureFlag' in result ? answerFlag(result.featureFlag) : refuse(result);
}

/** @param headers of a read, which may know it already */
function answerFlag(flag: FeatureFlagWireFragment, headers: Call['headers'] = {}): Answer {
  return taggedBody(headers, ok(flagBody(flag)), flag.version ?? 0);
}
