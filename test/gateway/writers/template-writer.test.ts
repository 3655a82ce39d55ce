import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Generation, startGeneration } from '../../support/generate.ts';
import { SAMPLE_TOURS } from '../../support/tours.ts';

let generation: Generation;
beforeAll(async () => {
  generation = await startGeneration({ CONTENT_PROVIDER: 'template' });
});
afterAll(() => generation.stop());

async function written(fields: object): Promise<{ step_id: string; title: string; description: string }[]> {
  const { status, body } = await generation.rest(fields);
  expect(status).toBe(200);
  return body.steps;
}

const html = (contentHtml: string) => ({ contentHtml });
const element = (text: string, more = {}) => ({ elementTargeting: 'auto', inferenceData: { text }, ...more });
const selected = (selector: string, more = {}) => ({ elementTargeting: 'manual', selector, ...more });
const CLICK = { progressionTrigger: 'click' };

describe('the template writes from the words of a step', () => {
  it.each<[object, string, string]>([
    [
      html('<h1>Welcome to invoicing</h1><p>In two minutes it is sent. Ready? Go!</p>'),
      'Welcome to invoicing',
      'In two minutes it is sent. Ready?',
    ],
    [html('<p>Press <b>New invoice</b> to begin.</p>'), 'Press New invoice to begin', 'Press New invoice to begin.'],
    [html('<p>Pick a customer, or type a name to add one.</p>'), 'Pick a customer', 'Pick a customer, or type a name to add one.'],
    [
      html('<p>Here you will find everything that was ever sent</p>'),
      'Here you will find everything',
      'Here you will find everything that was ever sent.',
    ],
    [html('<p>Welcome! Here is your dashboard.</p>'), 'Here is your dashboard', 'Welcome! Here is your dashboard.'],
    [html('<p>Now, press it</p>'), 'Now, press it', 'Now, press it.'],
    [html('<p>⌘K opens search</p>'), '⌘K opens search', '⌘K opens search.'],
    [html('<p>Fertig &amp; los!</p>'), 'Fertig & los', 'Fertig & los!'],
    [html('Hello'), 'About Hello', 'Hello.'],
    [html('<p>&lt;/script&gt;&lt;b&gt; 1 &lt; 2</p>'), '</script><b> 1 < 2', '</script><b> 1 < 2.'],
    [element('New invoice', CLICK), 'New invoice', 'Click “New invoice” to go on.'],
    [element('Save', CLICK), 'Click Save', 'Click “Save” to go on.'],
    [element('Save'), 'About Save', 'This is “Save”.'],
    [element('All the invoices that you ever sent'), 'All the invoices that you', 'This is “All the invoices that you ever sent”.'],
    [selected('nav > button[data-attr="new-invoice"]', CLICK), 'new invoice', 'Click “new invoice” to go on.'],
    [selected('#sendButton'), 'send button', 'This is “send button”.'],
    [selected('.bar .save'), 'About save', 'This is “save”.'],
    [selected('button'), 'Step 1 of 1', 'This is the highlighted element.'],
    [element('', CLICK), 'Step 1 of 1', 'Click the highlighted element to go on.'],
    [{}, 'Step 1 of 1', 'People learn to send invoices. Fast.'],
  ])('%j', async (fields, title, description) => {
    const steps = [{ id: 'a', type: 'modal', ...fields }];
    expect(await written({ goal: 'People learn to send invoices. Fast. Really.', steps })).toEqual([{ step_id: 'a', title, description }]);
  });

  it('and from its place, where there is nothing else', async () => {
    const steps = ['a', 'b'].map((id) => ({ id, type: 'modal', contentHtml: '<p> </p>' }));
    expect(await written({ steps })).toEqual([
      { step_id: 'a', title: 'Step 1 of 2', description: 'Step 1 of 2.' },
      { step_id: 'b', title: 'Step 2 of 2', description: 'Step 2 of 2.' },
    ]);
  });
});

describe('of every tour that editors make', () => {
  const countWords = (text: string) =>
    [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter((s) => s.isWordLike).length;
  const countSentences = (text: string) => [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].length;

  it('the template names each step in two to five words and describes it in one or two sentences, always the same', async () => {
    let count = 0;
    for (const { name, content } of SAMPLE_TOURS) {
      const fields = { title: name, goal: 'People know their way around.', steps: content.steps };
      const texts = await written(fields);
      expect(await written(fields)).toEqual(texts);
      expect(await generation.graphql(fields)).toMatchObject({ steps: texts.map(({ title, description }) => ({ title, description })) });
      const expected = content.steps.filter(({ type, survey }) => (type === 'element' || type === 'modal') && !survey).map(({ id }) => id);
      expect(texts.map(({ step_id }) => step_id)).toEqual(expected);
      for (const { title, description } of texts) {
        expect(countWords(title), title).toBeGreaterThanOrEqual(2);
        expect(countWords(title), title).toBeLessThanOrEqual(5);
        expect(countSentences(description), description).toBeLessThanOrEqual(2);
        expect(description).not.toBe('');
        count++;
      }
    }
    expect(count).toBeGreaterThan(8);
    expect(generation.model.requests).toEqual([]);
  });
});
