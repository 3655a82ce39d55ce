import type { Deps } from '../domain/deps.ts';
import { findPersonProperties } from '../domain/events/stored-person.ts';
import { isObject } from '../json/json-object.ts';
import type { WakeUps } from '../live/wake-up.ts';
import { failure, methodNotAllowed, type SdkAnswer, type SdkRequest, unknownToken } from './answer.ts';
import { type CaptureOptions, createCapture } from './capture.ts';
import { flagAnswer } from './flag-answer.ts';
import { readFlagRequest } from './flag-request.ts';
import { createProjectCache } from './project-cache.ts';
import { JsonTooLargeError, NoJsonError, readRequestJson } from './request-json.ts';
import { findToken } from './request-token.ts';
import type { SdkRoute } from './route.ts';
import { createStaticFiles } from './static-files.ts';

/** What changes with a publish is kept by others for a second at most, as it is here. */
const SHORT = 'public, max-age=1';

/** The largest question about flags, in bytes. */
const MAX_QUESTION_BYTES = 1024 * 1024;

/** The public door: what the posthog-js of a website asks for. Everything it says is meant for everybody. */
export interface SdkDoor {
  handle(route: SdkRoute, request: SdkRequest): Promise<SdkAnswer>;
  close(): Promise<void>;
}

export async function createSdkDoor(deps: Pick<Deps, 'db' | 'clock'>, wakeUps: WakeUps, options: CaptureOptions): Promise<SdkDoor> {
  const projects = await createProjectCache(deps.db, wakeUps);
  const files = createStaticFiles();
  const capture = createCapture(deps, projects, options);

  async function answerTours(request: SdkRequest): Promise<SdkAnswer> {
    const token = await findToken(request);
    const project = token && (await projects.find(token));
    return project ? project.tours.answer(request.headers, SHORT) : unknownToken(token);
  }

  async function answerConfig({ name, token }: SdkRoute & { token: string }, request: SdkRequest): Promise<SdkAnswer> {
    const project = await projects.find(token);
    if (!project) return failure(404, 'invalid_request', 'not_found', 'Project not found.');
    return (name === 'config' ? project.config : project.configScript).answer(request.headers, SHORT);
  }

  async function answerFlags(request: SdkRequest): Promise<SdkAnswer> {
    const { value } = await readRequestJson(request, MAX_QUESTION_BYTES);
    const { token, distinctId, anonymousId, properties } = readFlagRequest(isObject(value) ? value : {});
    const project = token && (await projects.find(token));
    if (!project) return unknownToken(token);
    if (distinctId === null)
      return failure(400, 'validation_error', 'missing_distinct_id', 'The distinct_id field is missing from the request.');
    const isTold = project.flagProperties.every((key) => Object.hasOwn(properties, key));
    const stored = isTold ? {} : await findPersonProperties(deps.db.sql, project.projectId, distinctId, anonymousId);
    const answer = flagAnswer(project.flags, { distinctId, properties: { ...stored, ...properties } }, deps.clock());
    return { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(answer) };
  }

  async function answer(route: SdkRoute, request: SdkRequest): Promise<SdkAnswer> {
    const { method } = request;
    if (route.name === 'tours') return answerTours(request);
    if (route.name === 'flags') return method === 'POST' ? answerFlags(request) : methodNotAllowed(method, 'POST, OPTIONS');
    if (route.name === 'capture') return method === 'POST' ? capture.answer(request) : methodNotAllowed(method, 'POST, OPTIONS');
    if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed(method, 'GET, HEAD, OPTIONS');
    return route.name === 'static' ? files.answer(route.file, request.headers) : answerConfig(route, request);
  }

  return {
    async handle(route, request) {
      if (request.method === 'OPTIONS') return { status: 200, headers: {}, body: '' };
      return answer(route, request).catch(refuseBody);
    },
    async close() {
      await capture.close();
      await projects.close();
    },
  };
}

function refuseBody(error: unknown): SdkAnswer {
  if (error instanceof JsonTooLargeError) return failure(413, 'invalid_request', 'request_entity_too_large', error.message);
  if (error instanceof NoJsonError) return failure(400, 'invalid_request', 'parse_error', `JSON parse error - ${error.message}`);
  throw error;
}
