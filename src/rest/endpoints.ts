import type { IncomingHttpHeaders } from 'node:http';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
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
import type { Answer } from './answer.ts';
import { asFailure, type Call, type Endpoint, ok, Refusal, refuse } from './call.ts';
import { writeConditionally } from './conditional-write.ts';
import { taggedTour, taggedTours } from './etag.ts';
import { answerGenerateFailure } from './failure.ts';
import { readGenerate } from './generate-shape.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { pageLinks, readPageRequest } from './pagination.ts';
import { isStrict } from './prefer.ts';
import { invalidField, notFound } from './problem.ts';
import type { Action } from './route.ts';
import { foundTourBody, type TourBody, tourBody, writtenTourBody } from './tour-shape.ts';
import type { TourWrite } from './write-field.ts';
import { readTourWrite, type WriteMode } from './write-shape.ts';

/** The endpoints of tours: each runs one named document on the GraphQL schema and shapes its result. */
export const TOUR_ENDPOINTS = {
  async list({ projectId, query, headers, url, run }: Call): Promise<Answer> {
    const page = readPageRequest(query);
    const { page: found } = await run(RestListToursDocument, { projectId, ...page });
    const count = found.totalCount ?? 0;
    const tours = found.nodes.map((tour) => foundTourBody(tour, page.search));
    return taggedTours(headers, ok({ count, ...pageLinks(url(), page, count), results: tours.map((tour) => tour.body) }), tours);
  },

  async create(call: Call): Promise<Answer> {
    const { name, ...write } = await readWrite(call, 'create');
    const idempotencyKey = readIdempotencyKey(call.headers);
    const input = { projectId: call.projectId, name: name as string, idempotencyKey, ...write };
    const { result } = await call.run(RestCreateTourDocument, { input });
    return 'tour' in result ? { ...okTour(writtenTourBody(result.tour, write.creationContext)), status: 201 } : refuse(result);
  },

  async retrieve({ id, headers, run }: Call): Promise<Answer> {
    const { tour } = await run(RestGetTourDocument, { id });
    return tour ? okTour(tourBody(tour), headers) : notFound();
  },

  async partial_update(call: Call): Promise<Answer> {
    const write = await readWrite(call, 'patch');
    const result = await writeTour(call, RestUpdateTourDocument, { refuseIfDraft: isStrict(call.headers), ...write });
    return 'tour' in result ? okTour(writtenTourBody(result.tour, write.creationContext)) : refuse(result);
  },

  async destroy(call: Call): Promise<Answer> {
    const result = await writeTour(call, RestDeleteTourDocument, {});
    return 'tourId' in result ? { status: 204, headers: {}, body: undefined } : refuse(result);
  },

  async discard_draft(call: Call): Promise<Answer> {
    const result = await writeTour(call, RestDiscardDraftDocument, {});
    return 'tour' in result ? okTour(tourBody(result.tour)) : refuse(result);
  },

  async draft(call: Call): Promise<Answer> {
    const write = await readWrite(call, 'draft');
    const result = await writeTour(call, RestSaveDraftDocument, { rebase: false, ...write });
    return 'tour' in result ? okTour(tourBody(result.tour)) : refuse(result);
  },

  async draft_status({ id, headers, run }: Call): Promise<Answer> {
    const { tour } = await run(RestDraftStatusDocument, { id });
    if (!tour) return notFound();
    const { revision, ...body } = tour;
    return okTour({ body, revision, versioned: [] }, headers);
  },

  async generate({ id, run, readBody: read }: Call): Promise<Answer> {
    // The server, the project and the tour are looked at before the body, which nothing but an unreadable one is refused for (contract section 14).
    const body = await read().catch((error: unknown) => error as Error);
    const asked = body instanceof Error ? { steps: [] } : readGenerate(body);
    const { result } = await run(RestGenerateDocument, { input: { tourId: id, ...asked } });
    if ('steps' in result) return ok({ steps: result.steps });
    const failure = asFailure(result);
    if (body instanceof Error && failure.code === 'VALIDATION_FAILED') throw body;
    return answerGenerateFailure(failure);
  },

  async publish_draft(call: Call): Promise<Answer> {
    const draft = await readWrite(call, 'draft');
    const result = await writeTour(call, RestPublishDraftDocument, { draft, idempotencyKey: readIdempotencyKey(call.headers) });
    return 'tour' in result ? okTour(tourBody(result.tour)) : refuse(result);
  },
} satisfies Partial<Record<Action, Endpoint>>;

async function readWrite(call: Call, mode: WriteMode): Promise<TourWrite> {
  const read = readTourWrite(await call.readBody(), mode);
  if ('problem' in read) throw new Refusal(invalidField(read.problem));
  return read.write;
}

interface TourInput {
  tourId: string;
  expectedRevision?: number | null;
}

function writeTour<Result extends object, Input extends TourInput>(
  { id, headers, run }: Call,
  document: TypedDocumentNode<{ result: Result }, { input: Input }>,
  fields: Omit<Input, keyof TourInput>,
): Promise<Result> {
  return writeConditionally(headers, {
    thing: 'tour',
    read: async () => (await run(RestDraftStatusDocument, { id })).tour?.revision ?? null,
    async write(expectedRevision) {
      const input = { ...fields, tourId: id, expectedRevision } as unknown as Input;
      return (await run(document, { input })).result;
    },
  });
}

/** A tour with its ETag. @param headers of a read, which may know it already */
function okTour(tour: TourBody, headers: IncomingHttpHeaders = {}): Answer {
  return taggedTour(headers, ok(tour.body), tour);
}
