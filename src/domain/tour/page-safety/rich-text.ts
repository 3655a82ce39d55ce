import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { crash, type PageContent, type PageProblem } from './page-problem.ts';
import { asText } from './text.ts';

type At = readonly (string | number)[];

/**
 * The text of steps. The SDK looks through that of all steps of all tours for images; it makes HTML of it where a step
 * has none.
 */
export function* richText({ steps }: PageContent): Iterable<PageProblem> {
  for (const [index, step] of steps.entries()) {
    const at = ['steps', index];
    if (step === null) yield crash(at, 'invalid_input', `Step ${index + 1} must be an object.`);
    if (!isObject(step)) continue;
    if (step.content) yield* imageProblems(step.content, [...at, 'content']);
    if (step.type === 'survey') continue;
    if (!step.contentHtml) yield* htmlProblems(step.content, [...at, 'content']);
    for (const [language, translation] of Object.entries(isObject(step.translations) ? step.translations : {})) {
      const text = isObject(translation) ? { ...step, ...translation } : step;
      const isOwn = isObject(translation) && 'content' in translation;
      if (!text.contentHtml) yield* htmlProblems(text.content, isOwn ? [...at, 'translations', language, 'content'] : [...at, 'content']);
    }
  }
}

const LIST = 'The parts of a text must be a list.';

function* imageProblems(node: unknown, at: At): Iterable<PageProblem> {
  if (node === null) yield crash(at, 'invalid_input', 'A part of a text must be an object.');
  if (!isObject(node)) return;
  const { type, attrs, content } = node;
  if (type === 'image' && isObject(attrs) && asText(attrs.src) === null) {
    yield crash([...at, 'attrs', 'src'], 'invalid_input', 'The address of an image must be text.');
  }
  if (Array.isArray(content)) for (const [index, part] of content.entries()) yield* imageProblems(part, [...at, 'content', index]);
  else if (content != null) yield crash([...at, 'content'], 'invalid_input', LIST);
}

function* htmlProblems(node: unknown, at: At): Iterable<PageProblem> {
  if (!isObject(node)) return;
  const { type, content, attrs } = node;
  if (type === 'text') yield* markProblems(node, at);
  else if (Array.isArray(content)) for (const [index, part] of content.entries()) yield* htmlProblems(part, [...at, 'content', index]);
  else if (content != null) yield crash([...at, 'content'], 'invalid_input', LIST);
  if (type === 'heading' && isObject(attrs) && asText(attrs.level) === null) {
    yield crash([...at, 'attrs', 'level'], 'invalid_input', 'The level of a heading must be a number.');
  }
}

function* markProblems({ text, marks }: JsonObject, at: At): Iterable<PageProblem> {
  if (asText(text) === null) yield crash([...at, 'text'], 'invalid_input', 'The text of a part must be text.');
  if (!marks || typeof marks === 'string') return;
  if (!Array.isArray(marks) || marks.includes(null))
    yield crash([...at, 'marks'], 'invalid_input', 'The marks of a text must be a list of objects.');
}
