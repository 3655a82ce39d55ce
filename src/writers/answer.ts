import { JSONParser } from '@streamparser/json';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { GenerationError } from '../domain/errors.ts';
import type { WrittenStep } from '../domain/tour/content-writer.ts';
import { tidyDescription, tidyTitle } from './tidy.ts';

const STEP = z.object({
  // Zod's own integers come with limits that not every server understands.
  index: z.number().meta({ type: 'integer', description: 'The number of the step.' }),
  title: z.string().describe('2 to 5 words.'),
  description: z.string().describe('1 to 2 sentences.'),
});

const ANSWER = z.object({ steps: z.array(STEP) });

/** What the model is held to. */
export const ANSWER_FORMAT = zodResponseFormat(ANSWER, 'tour_texts');

const MESSAGE = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });

/** As much of a chat completion, or of a chunk of one, as is looked at; the servers that speak the protocol are many. */
const COMPLETION = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: MESSAGE.nullish(), delta: MESSAGE.nullish() })),
});

/**
 * Gives each step as soon as the model's answer has all of it.
 *
 * @param completions the answer: one chat completion, or its chunks
 * @throws GenerationError when it is not what was asked for, however much of it was
 */
export async function* readAnswer(completions: AsyncIterable<unknown>): AsyncGenerator<WrittenStep, void> {
  const text = new AnswerText();
  let refusal = '';
  let reason: string | null | undefined;
  let isCompletion = false;
  for await (const completion of completions) {
    const { choices } = checked(COMPLETION, completion, NO_COMPLETION);
    isCompletion = true;
    const { message, delta, finish_reason } = choices[0] ?? {};
    reason = finish_reason || reason;
    refusal += (message ?? delta)?.refusal ?? '';
    if (!refusal) yield* text.read((message ?? delta)?.content ?? '').map(tidied);
  }
  if (!isCompletion) throw failure(NO_COMPLETION);
  if (refusal) throw failure('The model refused to write these texts.', `refusal: ${refusal}`);
  if (reason === 'length') throw failure("The model's answer broke off at its longest.");
  if (reason === 'content_filter') throw failure("A content filter withheld the model's answer.");
  text.end(reason);
}

const NO_COMPLETION = "The model's server did not answer with a chat completion.";
const WRONG_FORM = "The model's answer is not of the form that was asked for.";

/** The longest answer of a model that is read, in characters. */
const MAX_ANSWER = 1_000_000;

/** The JSON that a model writes, while it grows, up to MAX_ANSWER characters. */
class AnswerText {
  readonly #parser = new JSONParser({ paths: ['$.steps.*', '$'] });
  readonly #steps: unknown[] = [];
  #answer: unknown;
  #isBlank = true;
  #length = 0;

  constructor() {
    this.#parser.onValue = ({ value, key }) => {
      if (typeof key === 'number') this.#steps.push(value);
      else if (key === undefined) this.#answer = value;
    };
  }

  /** @returns the steps that end in this piece */
  read(text: string): z.infer<typeof STEP>[] {
    this.#length += text.length;
    if (this.#length > MAX_ANSWER) throw failure(`The model's answer is longer than ${MAX_ANSWER} characters.`);
    this.#isBlank &&= text.trim() === '';
    try {
      this.#parser.write(text);
    } catch (error) {
      throw failure(WRONG_FORM, String(error));
    }
    return this.#steps.splice(0).map((step) => checked(STEP, step, WRONG_FORM));
  }

  end(reason: string | null | undefined): void {
    if (this.#isBlank) throw new GenerationError('GENERATION_EMPTY', 'The model answered with nothing.');
    if (!this.#parser.isEnded && reason == null) throw failure("The model's answer broke off.");
    checked(ANSWER, this.#answer, WRONG_FORM);
  }
}

function tidied({ index, title, description }: z.infer<typeof STEP>): WrittenStep {
  return { index, title: tidyTitle(title), description: tidyDescription(description) };
}

function checked<T>(schema: z.ZodType<T>, value: unknown, message: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw failure(message, z.prettifyError(error));
  return data;
}

function failure(message: string, detail?: string): GenerationError {
  return new GenerationError('GENERATION_FAILED', message, detail);
}
