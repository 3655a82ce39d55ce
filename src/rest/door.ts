import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ExecutionResult } from 'graphql';
import { isUnavailable } from '../db/pg-errors.ts';
import { requireAddressedProject, requireMoreThanPreview } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Authenticator } from '../domain/authentication.ts';
import type { Deps } from '../domain/deps.ts';
import { DomainError } from '../domain/errors.ts';
import { RestDraftStatusDocument } from '../generated/operations.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { Answer } from './answer.ts';
import { type Body, readBody } from './body.ts';
import { findHeaderCredential, findOtherCredential, refuseCredential } from './credentials.ts';
import { describePath } from './description.ts';
import { type Call, ENDPOINTS, Refusal } from './endpoints.ts';
import { answerFailure, answerGenerateFailure, type Failure } from './failure.ts';
import type { KnownTags } from './known-tags.ts';
import { type Match, matchRoute } from './match-route.ts';
import { refuseFormat } from './negotiation.ts';
import { requestUrl } from './pagination.ts';
import { forbidden, notFound, serverError } from './problem.ts';
import type { RestRequest } from './request.ts';
import { parseTourId } from './tour-id.ts';

/** What the server lends to this face. */
export interface RestServices {
  deps: Deps;
  authenticator: Authenticator;
  limit: RateLimiter;
  knownTags: KnownTags;
  publicUrl: string | undefined;
  /** Runs a document on the gateway's schema, as this actor. */
  run(document: TypedDocumentNode<unknown, never>, variables: Record<string, unknown>, actor: Actor): Promise<ExecutionResult>;
  log(error: unknown): void;
}

/** Answers a request below /api/. Nothing escapes: a fault is logged and answered as the original's 500. */
export async function answerRest(request: RestRequest, services: RestServices): Promise<Answer> {
  const match = matchRoute(request.method, request.path);
  if (!match) return notFound('Endpoint not found.');
  const answer = await answerTo(request, match, services).catch((error: unknown) => answerError(error, services));
  return { ...answer, headers: { allow: match.allow, ...answer.headers } };
}

/** An id that no tour has. */
const NO_TOUR = '00000000-0000-0000-0000-000000000000';

/** The checks in the contract's order (section 1), then the endpoint. */
async function answerTo(request: RestRequest, match: Match, services: RestServices): Promise<Answer> {
  const unacceptable = refuseFormat(request);
  if (unacceptable) return unacceptable;
  const caller = await authenticate(request, services.authenticator);
  if (!match.route) return forbidden('This action does not support personal API key access');
  const scope = match.route === 'options' ? 'product_tour:read' : match.route.scope;
  const projectId = await requireAddressedProject(services.deps, caller, match.projectRef, scope);
  await services.limit(caller);
  if (match.route === 'options') return describePath(match.title);

  const { action } = match.route;
  const isGenerate = action === 'generate';
  // Generate has other things to say before it looks for the tour, and has to look for one.
  const tourId = match.tourRef === null ? '' : (parseTourId(match.tourRef) ?? (isGenerate ? NO_TOUR : null));
  // On generate, clients of the original look for bodies of its own.
  const tell = isGenerate ? answerGenerateFailure : answerFailure;
  const missing = tell({ code: 'NOT_FOUND', message: '' });
  if (tourId === null) return missing;
  // Within this request the credential opens the addressed project alone: a tour of another one is not there.
  const call = () => createCall(request, { projectId, tourId, actor: { ...caller, projectIds: [projectId] } }, services, tell);
  try {
    return await services.knownTags.answer({ action, projectId, tourId, headers: request.headers }, () => ENDPOINTS[action](call()));
  } catch (error) {
    // A body is looked at only once its tour was found.
    if (tourId !== '' && !(await call().run(RestDraftStatusDocument, { id: tourId })).tour) return missing;
    throw error;
  }
}

/** @throws Refusal with the 401 of the place where a credential was found, or of none; DomainError for a preview token */
async function authenticate(request: RestRequest, authenticator: Authenticator): Promise<Actor> {
  const credential = findHeaderCredential(request) ?? findOtherCredential(await readFields(request), request.query);
  const found = credential ? await authenticator.authenticate(credential.kind, credential.secret) : 'unknown';
  if (typeof found === 'string') throw new Refusal(refuseCredential(credential, found));
  return requireMoreThanPreview(found);
}

/** A body that cannot be read has no fields here; what is wrong with it is told later, to those who may know. */
async function readFields(request: RestRequest): Promise<Body['fields']> {
  const read = await readBody(request);
  return 'body' in read ? read.body.fields : new Map();
}

function createCall(
  request: RestRequest,
  scope: { projectId: number; tourId: string; actor: Actor },
  services: RestServices,
  tell: (failure: Failure) => Answer,
): Call {
  return {
    projectId: scope.projectId,
    tourId: scope.tourId,
    query: request.query,
    headers: request.headers,
    url: () => requestUrl(request, services.publicUrl),
    async readBody() {
      const read = await readBody(request);
      if ('refusal' in read) throw new Refusal(read.refusal);
      return read.body;
    },
    async run(document, variables) {
      const { data, errors } = await services.run(
        document as TypedDocumentNode<unknown, never>,
        variables as Record<string, unknown>,
        scope.actor,
      );
      const error = errors?.[0];
      if (!error) return data as never;
      throw new Refusal(tell({ code: String(error.extensions.code), message: error.message }));
    },
  };
}

function answerError(error: unknown, services: RestServices): Answer {
  if (error instanceof Refusal) return error.answer;
  if (error instanceof DomainError) return answerFailure(error);
  if (isUnavailable(error)) return answerFailure({ code: 'UNAVAILABLE', message: '' });
  services.log(error);
  return serverError();
}
