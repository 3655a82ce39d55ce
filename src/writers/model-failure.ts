import { APIConnectionError, APIError } from 'openai';
import { GenerationError } from '../domain/errors.ts';

interface Circumstances {
  /** Nobody waits any more. */
  isGone: boolean;
  /** The time is up. */
  isLate: boolean;
  timeoutSeconds: number;
  /** What must not get into the log. */
  apiKey: string | undefined;
}

/** Why a model wrote nothing: a clear message for the client, and for the log what its server said, less the key. */
export function modelFailure(error: unknown, circumstances: Circumstances): GenerationError {
  const { apiKey } = circumstances;
  const detail = apiKey === undefined ? describe(error) : describe(error).replaceAll(apiKey, '[AI_API_KEY]');
  return new GenerationError('GENERATION_FAILED', messageFor(error, circumstances), detail);
}

function messageFor(error: unknown, { isGone, isLate, timeoutSeconds }: Circumstances): string {
  if (isGone) return 'Nobody waits for the texts any more.';
  if (isLate) return `The model did not answer within ${timeoutSeconds} s.`;
  if (error instanceof APIConnectionError) return "The model's server could not be reached.";
  if (!(error instanceof APIError)) return "The model's server gave an answer that cannot be read.";
  if (error.status === undefined) return "The model's server reported an error while it answered.";
  if (error.status === 401 || error.status === 403) return "The model's server does not accept the key that this gateway has for it.";
  if (error.status === 429) return "The model's server takes no more requests for now.";
  return `The model's server answered with status ${error.status}.`;
}

/** An error and its causes, on one line. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const request = error instanceof APIError && error.requestID ? ` (request ${error.requestID})` : '';
  const cause = error.cause === undefined ? '' : `: ${describe(error.cause)}`;
  return `${error.name} ${error.message}${request}${cause}`;
}
