import { ReadTooMuchError } from '../db/read-budget.ts';
import type { Deps } from '../domain/deps.ts';
import { findPersonProperties } from '../domain/events/stored-person.ts';
import { isObject } from '../json/json-object.ts';
import type { ProjectChanges } from '../live/project-changes.ts';
import type { SdkAnswer, SdkRequest } from './answer.ts';
import { type CaptureOptions, createCapture } from './capture.ts';
import { NO_PROJECT, SDK_ENDPOINTS, type SdkEndpoint } from './endpoints.ts';
import { bodyTooLarge, methodNotAllowed, missingDistinctId, parseError, projectTooLarge, unknownToken } from './failure.ts';
import { flagAnswer } from './flag-answer.ts';
import { readFlagRequest } from './flag-request.ts';
import { createProjectCache } from './project-cache.ts';
import { JsonTooLargeError, NoJsonError, readRequestJson } from './request-json.ts';
import { findToken } from './request-token.ts';
import type { SdkRoute } from './route.ts';
import { createStaticFiles } from './static-files.ts';

/** What changes with a publish is kept by others for a second at most, as it is here. */
const SHORT = 'public, max-age=1';

/** The public door: what the posthog-js of a website asks for. Everything it says is meant for everybody. */
export interface SdkDoor {
  handle(route: SdkRoute, request: SdkRequest): Promise<SdkAnswer>;
  close(): Promise<void>;
}

export function createSdkDoor(deps: Pick<Deps, 'db' | 'clock'>, changes: ProjectChanges, options: CaptureOptions): SdkDoor {
  const projects = createProjectCache(deps.db, changes);
  const files = createStaticFiles();
  const capture = createCapture(deps, projects, options);

  async function answerTours(request: SdkRequest): Promise<SdkAnswer> {
    const token = await findToken(request);
    const project = token && (await projects.find(token));
    return project ? project.tours.answer(request, SHORT) : unknownToken(token);
  }

  async function answerConfig({ name, token }: SdkRoute & { token: string }, request: SdkRequest): Promise<SdkAnswer> {
    const project = await projects.find(token);
    if (!project) return NO_PROJECT;
    return (name === 'config' ? project.config : project.configScript).answer(request, SHORT);
  }

  async function answerFlags(request: SdkRequest): Promise<SdkAnswer> {
    const { value } = await readRequestJson(request, SDK_ENDPOINTS.flags.maxBytes);
    const { token, distinctId, anonymousId, properties } = readFlagRequest(isObject(value) ? value : {});
    const project = token && (await projects.find(token));
    if (!project) return unknownToken(token);
    if (distinctId === null) return missingDistinctId();
    const isTold = project.flagProperties.every((key) => Object.hasOwn(properties, key));
    const stored = isTold ? {} : await findPersonProperties(deps.db.sql, project.projectId, distinctId, anonymousId);
    const answer = flagAnswer(project.flags, { distinctId, properties: { ...stored, ...properties } }, deps.clock());
    return { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(answer) };
  }

  async function answer(route: SdkRoute, request: SdkRequest): Promise<SdkAnswer> {
    const refusal = refuseMethod(SDK_ENDPOINTS[route.name], request.method);
    if (refusal) return refusal;
    switch (route.name) {
      case 'tours':
        return answerTours(request);
      case 'flags':
        return answerFlags(request);
      case 'config':
      case 'configScript':
        return answerConfig(route, request);
      case 'static':
        return files.answer(route.file, request);
      default:
        return capture.answer(request);
    }
  }

  return {
    async handle(route, request) {
      if (request.method === 'OPTIONS') return { status: 200, headers: {}, body: '' };
      return answer(route, request).catch(refuseBody);
    },
    close: () => capture.close(),
  };
}

function refuseMethod({ method, takesAnyMethod }: SdkEndpoint, used: string): SdkAnswer | null {
  const methods = method === 'GET' ? ['GET', 'HEAD'] : [method];
  return takesAnyMethod || methods.includes(used) ? null : methodNotAllowed(used, [...methods, 'OPTIONS'].join(', '));
}

function refuseBody(error: unknown): SdkAnswer {
  if (error instanceof JsonTooLargeError) return bodyTooLarge(error.limit);
  if (error instanceof NoJsonError) return parseError(error.message);
  if (error instanceof ReadTooMuchError) return projectTooLarge();
  throw error;
}
