import { OpenAI } from 'openai';
import type { ContentProvider } from '../config.ts';
import type { ContentWriter } from '../domain/tour/content-writer.ts';
import { ANSWER_FORMAT, readAnswer } from './answer.ts';
import { modelFailure } from './model-failure.ts';
import { messagesFor } from './prompt.ts';

type Settings = Extract<ContentProvider, { kind: 'openai-compatible' }>;

/**
 * A writer that asks a language model, wherever one speaks OpenAI's chat completions with JSON schemas: OpenAI itself, Gemini, vLLM, Ollama. What a server may
 * get over (429, 5xx, a lost connection) is tried twice again; all of it together has `timeoutSeconds`.
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

  return async (task, gone) => {
    const late = AbortSignal.timeout(timeoutSeconds * 1000);
    const end = AbortSignal.any([gone, late]);
    const request = { model, messages: messagesFor(task), response_format: ANSWER_FORMAT };
    const completion = await until(end, client.chat.completions.create(request, { signal: end })).catch((error: unknown) => {
      throw modelFailure(error, { isGone: gone.aborted, isLate: late.aborted, timeoutSeconds, apiKey });
    });
    return readAnswer(completion);
  };
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
