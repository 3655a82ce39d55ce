import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { GenerationError } from '../domain/errors.ts';
import type { WrittenStep } from '../domain/tour/content-writer.ts';
import { tidyDescription, tidyTitle } from './tidy.ts';

const ANSWER = z.object({
  steps: z.array(
    z.object({
      // Zod's own integers come with limits that not every server understands.
      index: z.number().meta({ type: 'integer', description: 'The number of the step.' }),
      title: z.string().describe('2 to 5 words.'),
      description: z.string().describe('1 to 2 sentences.'),
    }),
  ),
});

/** What the model is held to. */
export const ANSWER_FORMAT = zodResponseFormat(ANSWER, 'tour_texts');

/** As much of a chat completion as is looked at; the servers that speak the protocol are many. */
const COMPLETION = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ),
});

/** @throws GenerationError */
export function readAnswer(completion: unknown): WrittenStep[] {
  const { choices } = checked(COMPLETION, completion, "The model's server did not answer with a chat completion.");
  const { message, finish_reason: reason } = choices[0] ?? {};
  if (message?.refusal) {
    throw new GenerationError('GENERATION_FAILED', 'The model refused to write these texts.', `refusal: ${message.refusal}`);
  }
  if (reason === 'length') throw new GenerationError('GENERATION_FAILED', "The model's answer broke off at its longest.");
  if (reason === 'content_filter') throw new GenerationError('GENERATION_FAILED', "A content filter withheld the model's answer.");
  const content = message?.content?.trim();
  if (!content) throw new GenerationError('GENERATION_EMPTY', 'The model answered with nothing.');

  const { steps } = checked(ANSWER, parseJson(content), "The model's answer is not of the form that was asked for.");
  return steps.map(({ index, title, description }) => ({ index, title: tidyTitle(title), description: tidyDescription(description) }));
}

function checked<T>(schema: z.ZodType<T>, value: unknown, message: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw new GenerationError('GENERATION_FAILED', message, z.prettifyError(error));
  return data;
}

/** Undefined, which no schema takes, where it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
