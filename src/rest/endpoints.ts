import type { IncomingHttpHeaders } from 'node:http';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { FieldProblem } from '../domain/errors.ts';
import {
  type FailureFragment,
  RestActivityLogDocument,
  RestCreateTourDocument,
  RestDeleteTourDocument,
  RestDiscardDraftDocument,
  RestDraftStatusDocument,
  RestGenerateDocument,
  RestGetTourDocument,
  RestListToursDocument,
  RestPublishDraftDocument,
  RestSaveDraftDocument,
  RestUpdateTourDocument,
} from '../generated/operations.ts';
import { activityBody, readActivityFilter } from './activity-shape.ts';
import type { Answer } from './answer.ts';
import type { Body } from './body.ts';
import { excludesRevision, expectedRevision, taggedTour, taggedTours, unknownTag } from './etag.ts';
import { answerFailure, answerGenerateFailure, type Failure, stale } from './failure.ts';
import { readGenerate } from './generate-shape.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { pageLinks, readPage, readPageRequest } from './pagination.ts';
import { isStrict } from './prefer.ts';
import { invalidField, notFound } from './problem.ts';
import type { Action } from './routes.ts';
import { type TourBody, tourBody, writtenTourBody } from './tour-shape.ts';
import type { TourWrite } from './write-field.ts';
import { readTourWrite, type WriteMode } from './write-shape.ts';

/** What an endpoint gets: what its path and query name, the body when it asks for it, and the way to run a document as the caller. */
export interface Call {
  projectId: number;
  tourId: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The absolute URL of the request. */
  url(): string;
  /** @throws Refusal when it cannot be read */
  readBody(): Promise<Body>;
  /** @throws Refusal for a top-level error */
  run<Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result>;
}

/** An answer that ends the work on a request early. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('refused');
    this.answer = answer;
  }
}

/** The endpoints: each runs one named document on the GraphQL schema and shapes its result. */
export const ENDPOINTS: Record<Action, (call: Call) => Promise<Answer>> = {
  async list({ projectId, query, headers, url, run }) {
    const page = readPageRequest(query);
    const { page: found } = await run(RestListToursDocument, { projectId, ...page });
    const count = found.totalCount ?? 0;
    const tours = found.nodes.map(tourBody);
    return taggedTours(headers, ok({ count, ...pageLinks(url(), page, count), results: tours.map((tour) => tour.body) }), tours);
  },

  async create(call) {
    const { name, ...write } = await readWrite(call, 'create');
    const idempotencyKey = readIdempotencyKey(call.headers);
    const input = { projectId: call.projectId, name: name as string, idempotencyKey, ...write };
    const { result } = await call.run(RestCreateTourDocument, { input });
    return 'tour' in result ? { ...okTour(writtenTourBody(result.tour, write.creationContext)), status: 201 } : refuse(result);
  },

  async retrieve({ tourId, headers, run }) {
    const { tour } = await run(RestGetTourDocument, { id: tourId });
    return tour ? okTour(tourBody(tour), headers) : notFound();
  },

  async partial_update(call) {
    const write = await readWrite(call, 'patch');
    const result = await writeTour(call, RestUpdateTourDocument, { refuseIfDraft: isStrict(call.headers), ...write });
    return 'tour' in result ? okTour(writtenTourBody(result.tour, write.creationContext)) : refuse(result);
  },

  async destroy(call) {
    const result = await writeTour(call, RestDeleteTourDocument, {});
    return 'tourId' in result ? { status: 204, headers: {}, body: undefined } : refuse(result);
  },

  async discard_draft(call) {
    const result = await writeTour(call, RestDiscardDraftDocument, {});
    return 'tour' in result ? okTour(tourBody(result.tour)) : refuse(result);
  },

  async draft(call) {
    const write = await readWrite(call, 'draft');
    const result = await writeTour(call, RestSaveDraftDocument, { rebase: false, ...write });
    return 'tour' in result ? okTour(tourBody(result.tour)) : refuse(result);
  },

  async draft_status({ tourId, headers, run }) {
    const { tour } = await run(RestDraftStatusDocument, { id: tourId });
    if (!tour) return notFound();
    const { revision, ...body } = tour;
    return okTour({ body, revision, versioned: [] }, headers);
  },

  async generate({ tourId, run, readBody: read }) {
    // The server, the project and the tour are looked at before the body, which nothing but an unreadable one is refused for (contract section 14).
    const body = await read().catch((error: unknown) => error as Error);
    const asked = body instanceof Error ? { steps: [] } : readGenerate(body);
    const { result } = await run(RestGenerateDocument, { input: { tourId, ...asked } });
    if ('steps' in result) return ok({ steps: result.steps });
    const failure = asFailure(result);
    if (body instanceof Error && failure.code === 'VALIDATION_FAILED') throw body;
    return answerGenerateFailure(failure);
  },

  async publish_draft(call) {
    const draft = await readWrite(call, 'draft');
    const result = await writeTour(call, RestPublishDraftDocument, { draft, idempotencyKey: readIdempotencyKey(call.headers) });
    return 'tour' in result ? okTour(tourBody(result.tour)) : refuse(result);
  },

  async activity_log({ projectId, query, url, run }) {
    const page = readPage(query);
    const filter = readActivityFilter(query);
    const { page: found } = await run(RestActivityLogDocument, { projectId, ...filter, ...page });
    return ok({ count: found.totalCount, ...pageLinks(url(), page, found.totalCount), results: found.nodes.map(activityBody) });
  },
};

async function readWrite(call: Call, mode: WriteMode): Promise<TourWrite> {
  const read = readTourWrite(await call.readBody(), mode);
  if ('problem' in read) throw new Refusal(invalidField(read.problem));
  return read.write;
}

interface TourInput {
  tourId: string;
  expectedRevision?: number | null;
}

/** How often a write is tried that must avoid a state and finds that others have written meanwhile. */
const MAX_ATTEMPTS = 20;

/**
 * Writes the tour in the state that `If-Match` insists on, and in none that `If-None-Match` excludes (RFC 9110, section 13.1): where only the latter is given,
 * in the very state in which it was seen not to be excluded.
 *
 * @throws Refusal with 412 when it is in a state that is excluded, or when `If-Match` names no state of a tour
 */
async function writeTour<Result extends object, Input extends TourInput>(
  { tourId, headers, run }: Call,
  document: TypedDocumentNode<{ result: Result }, { input: Input }>,
  fields: Omit<Input, keyof TourInput>,
): Promise<Result> {
  const excluded = headers['if-none-match'];
  const expected = expectedRevision(headers);
  if (expected === 'unknown') throw new Refusal(unknownTag(headers['if-match'] ?? ''));
  for (let attempt = 1; ; attempt++) {
    const seen =
      expected ?? (excluded === undefined ? null : ((await run(RestDraftStatusDocument, { id: tourId })).tour?.revision ?? null));
    if (excluded !== undefined && seen !== null && excludesRevision(excluded, seen))
      throw new Refusal(stale('The tour is in a state that If-None-Match excludes.'));
    const { result } = await run(document, { input: { ...fields, tourId, expectedRevision: seen } as unknown as Input });
    const isOvertaken = expected === null && seen !== null && asFailure(result).code === 'CONFLICT';
    if (!isOvertaken || attempt === MAX_ATTEMPTS) return result;
  }
}

/** A tour with its ETag. @param headers of a read, which may know it already */
function okTour(tour: TourBody, headers: IncomingHttpHeaders = {}): Answer {
  return taggedTour(headers, ok(tour.body), tour);
}

function ok(body: object): Answer {
  return { status: 200, headers: {}, body };
}

function refuse(result: object): Answer {
  return answerFailure(asFailure(result));
}

/** What is no success is a typed error: GraphQL's own types of the two overlap too much for TypeScript to tell. */
function asFailure(result: object): Failure {
  const { code, message, ...rest } = result as FailureFragment;
  return { code, message, ...('fields' in rest && { fields: rest.fields as FieldProblem[] }) };
}
