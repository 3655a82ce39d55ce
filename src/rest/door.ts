import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ExecutionResult } from 'graphql';
import { isUnavailable } from '../db/pg-errors.ts';
import { requireMoreThanPreview } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { CredentialKind, Rejection } from '../domain/credential.ts';
import type { Deps } from '../domain/deps.ts';
import { DomainError } from '../domain/errors.ts';
import { RestDraftStatusDocument, RestFlagStatusDocument } from '../generated/operations.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { ENDPOINTS } from './actions.ts';
import { resolveAddress } from './address.ts';
import type { Answer } from './answer.ts';
import { type ReadBody, readBody } from './body.ts';
import { readBeginning } from './body-beginning.ts';
import { type Call, Refusal } from './call.ts';
import { type Credential, findHeaderCredential, findOtherCredential, refuseCredential } from './credentials.ts';
import { describePath } from './description.ts';
import { answerFailure, answerGenerateFailure, type Failure } from './failure.ts';
import type { KnownTags } from './known-tags.ts';
import { type Match, matchRoute } from './match-route.ts';
import { refuseFormat } from './negotiation.ts';
import { requestUrl } from './pagination.ts';
import { forbidden, notFound, serverError } from './problem.ts';
import type { RestRequest } from './request.ts';
import { FLAGS, type Resource, TOURS } from './resource.ts';

/** What the server lends to this face. */
export interface RestServices {
  deps: Deps;
  /** The actor behind a credential, or why there is none. @throws RateLimitedError when the client's address has sent too many wrong ones */
  verify(kind: CredentialKind, secret: string): Promise<Actor | Rejection>;
  /** To be called when it is known who has sent the request: from then on its bytes count for this key. */
  accept(actor: Actor): void;
  limit: RateLimiter;
  knownTags: KnownTags;
  /** Where clients reach this server, without a slash at the end. */
  baseUrl(): string;
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
  const { caller, parsed } = await authenticate(request, services);
  services.accept(caller);
  if (!match.route) return forbidden('This action does not support personal API key access');
  const address = await resolveAddress(services.deps, caller, match);
  await services.limit(caller);
  if ('status' in address) return address;
  if (match.route === 'options') return describePath(match.title);

  const { resource, itemRef } = match;
  const { action } = match.route;
  const isGenerate = action === 'generate';
  // Generate has other things to say before it looks for the tour, and has to look for one.
  const id = itemRef === null ? '' : resource.parseId ? (resource.parseId(itemRef) ?? (isGenerate ? NO_TOUR : null)) : itemRef;
  // On generate, clients of the original look for bodies of its own.
  const tell = isGenerate ? answerGenerateFailure : answerFailure;
  const missing = tell({ code: 'NOT_FOUND', message: '' });
  if (id === null) return missing;
  const readOnce = once(async () => parsed ?? readBody({ headers: request.headers, body: await request.body.whole() }));
  const projectId = address.projectId ?? 0;
  const call = () => createCall(request, { projectId, id, actor: address.actor, readBody: readOnce }, services, tell);
  try {
    return await services.knownTags.answer({ action, projectId, itemId: id, headers: request.headers }, () => ENDPOINTS[action](call()));
  } catch (error) {
    // A body is looked at only once the member that it is for was found.
    if (id !== '' && !(await isThere(resource, call()))) return missing;
    throw error;
  }
}

async function isThere(resource: Resource, { id, run }: Call): Promise<boolean> {
  if (resource === TOURS) return (await run(RestDraftStatusDocument, { id })).tour != null;
  if (resource === FLAGS) return (await run(RestFlagStatusDocument, { id: Number(id) })).flag != null;
  return true;
}

/**
 * Nothing is read of a body whose sender shows a credential in the header, until that is verified; else no more than its beginning, for a key.
 *
 * @returns also what the body holds, where it had to be read
 * @throws Refusal with the 401 of the place where a credential was found, or of none; DomainError for a preview token
 */
async function authenticate(request: RestRequest, services: RestServices): Promise<{ caller: Actor; parsed: ReadBody | null }> {
  const inHeader = findHeaderCredential(request);
  if (inHeader) return { caller: await verify(inHeader, services), parsed: null };
  const { fields, parsed } = await readBeginning(request);
  return { caller: await verify(findOtherCredential(fields, request.query), services), parsed };
}

async function verify(credential: Credential | null, services: RestServices): Promise<Actor> {
  const found = credential ? await services.verify(credential.kind, credential.secret) : 'unknown';
  if (typeof found === 'string') throw new Refusal(refuseCredential(credential, found));
  return requireMoreThanPreview(found);
}

function createCall(
  request: RestRequest,
  scope: { projectId: number; id: string; actor: Actor; readBody(): Promise<ReadBody> },
  services: RestServices,
  tell: (failure: Failure) => Answer,
): Call {
  return {
    projectId: scope.projectId,
    id: scope.id,
    query: request.query,
    headers: request.headers,
    url: () => requestUrl(request, services.baseUrl()),
    async readBody() {
      const read = await scope.readBody();
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

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
