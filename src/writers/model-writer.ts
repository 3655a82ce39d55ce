import { APIError, OpenAI } from 'openai';
import type { ContentProvider } from '../config.ts';
import { GenerationError } from '../domain/errors.ts';
import type { ContentWriter, WritingTask } from '../domain/tour/content-writer.ts';
import { ANSWER_FORMAT, readAnswer } from './answer.ts';
import { modelFailure } from './model-failure.ts';
import { messagesFor } from './prompt.ts';

type Settings = Extract<ContentProvider, { kind: 'openai-compatible' }>;

/**
 * A writer that asks a language model, wherever one speaks OpenAI's chat completions with JSON schemas: OpenAI itself, Gemini, vLLM, Ollama. What a server may
 * get over (429, 5xx, a lost connection) is tried twice again, before it has begun to answer. A server that refuses to stream is asked for the whole answer, and
 * from then on at once. All of it together has `timeoutSeconds`.
 */
export function createModelWriter({ baseUrl, apiKey, model, timeoutSeconds }: Settings): ContentWriter {
  const client = new OpenAI({
    baseURL: baseUrl,
    // The client insists on a key; a server that needs none is sent none.
    apiKey: apiKey ?? 'none',
    ...(apiKey === undefined && { defaultHeaders: { authorization: null } }),
    timeout: timeoutSeconds * 1000,
    // These it would look for in the environment; and it would write to the console.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
  });

  let isStreaming = true;

  /** The answer: one chat completion, or its chunks as they come where somebody reads along and the server is one that streams. */
  async function* ask(task: WritingTask, end: AbortSignal): AsyncGenerator<unknown, void> {
    const request = { model, messages: messagesFor(task), response_format: ANSWER_FORMAT };
    const askForAll = () => until(end, client.chat.completions.create(request, { signal: end }));
    if (!task.isFollowed || !isStreaming) return yield await askForAll();
    const streamed = await until(end, client.chat.completions.create({ ...request, stream: true }, { signal: end }).withResponse()).catch(
      (error: unknown) => {
        if (!mayRefuseStreaming(error)) throw error;
        return null;
      },
    );
    if (streamed && !isJson(streamed.response)) {
      yield* streamed.data;
      // Aborted, the chunks just end.
      end.throwIfAborted();
      return;
    }
    yield streamed ? await streamed.response.json() : await askForAll();
    // Only here has the reader accepted it as a completion: what failed was the streaming.
    isStreaming = false;
  }

  return async function* write(task, gone) {
    const late = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      yield* readAnswer(ask(task, AbortSignal.any([gone, late])));
    } catch (error) {
      if (error instanceof GenerationError) throw error;
      throw modelFailure(error, { isGone: gone.aborted, isLate: late.aborted, timeoutSeconds, apiKey });
    }
  };
}

/** What servers answer that do not know how to stream. Other faults of a request have the same statuses, and fail again without it. */
const STREAM_REFUSALS: readonly unknown[] = [400, 404, 422, 501];

function mayRefuseStreaming(error: unknown): boolean {
  return error instanceof APIError && STREAM_REFUSALS.includes(error.status);
}

function isJson({ headers }: Response): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '');
}

/** The client does not look at its signal while it waits to try again, which a server may have asked for at any length. */
async function until<T>(end: AbortSignal, work: PromiseLike<T>): Promise<T> {
  const ended = new Promise<never>((_, reject) => {
    const stop = () => reject(end.reason);
    if (end.aborted) stop();
    else end.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, ended]);
}
