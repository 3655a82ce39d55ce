import { describe, expect } from 'vitest';
import { BANNER_EXAMPLE, EXAMPLE } from '../../../src/domain/tour/content/example.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

interface Problem {
  severity: string;
  code: string;
  message: string;
  path: string;
}

const READ = 'query ($id: UUID!) { tour(id: $id) { draft { problems { severity code message path } } } }';

async function problemsOf(content: unknown, live: object = {}): Promise<Problem[]> {
  const { id } = await tours.create(live);
  await tours.draft(id, { content });
  return (await gateway.graphql(READ, { id })).tour.draft.problems;
}

const html = '<p>Text</p>';
const step = (keys: object) => ({ steps: [{ id: 'a', type: 'modal', contentHtml: html, ...keys }] });
const survey = (keys: object) => ({ steps: [{ id: 'a', type: 'survey', survey: { type: 'rating', questionText: 'How?', ...keys } }] });
const banner = (keys: object) => ({ type: 'announcement', steps: [{ id: 'a', type: 'banner', contentHtml: html, ...keys }] });
const button = (keys: object) => step({ buttons: { primary: { text: 'Go', ...keys } } });

describe('the warnings of content', () => {
  it.each([
    ['selector_ignored', '/content/steps/0/elementTargeting', step({ selector: '#save' })],
    ['selector_ignored', '/content/steps/0/elementTargeting', step({ selector: '#save', elementTargeting: null })],
    [
      'no_way_on',
      '/content/steps/0/progressionTrigger',
      {
        steps: [
          { id: 'a', contentHtml: html, inferenceData: { autoData: '{}' } },
          { id: 'b', contentHtml: html },
        ],
      },
    ],
    [
      'no_way_on',
      '/content/steps/0/buttons',
      {
        steps: [
          { id: 'a', contentHtml: html, buttons: {} },
          { id: 'b', contentHtml: html },
        ],
      },
    ],
    [
      'misplaced_banner',
      '/content/steps/1/type',
      {
        steps: [
          { id: 'a', contentHtml: html },
          { id: 'b', type: 'banner', contentHtml: html },
        ],
      },
    ],
    ['misplaced_banner', '/content/type', { ...banner({}), type: 'tour' }],
    ['banner_without_container', '/content/steps/0/bannerConfig/selector', banner({ bannerConfig: { behavior: 'custom' } })],
    [
      'button_without_link',
      '/content/steps/0/bannerConfig/action/link',
      banner({ bannerConfig: { behavior: 'sticky', action: { type: 'link' } } }),
    ],
    ['button_without_link', '/content/steps/0/buttons/primary/link', button({ action: 'link' })],
    ['button_without_link', '/content/steps/0/buttons/primary/link', button({ action: 'link', link: ' ' })],
    ['button_without_tour', '/content/steps/0/buttons/primary/tourId', button({ action: 'trigger_tour', tourId: '' })],
    ['button_without_text', '/content/steps/0/buttons/primary/text', button({ action: 'dismiss', text: '' })],
    ['button_without_effect', '/content/steps/0/buttons/primary/action', button({ action: 'previous_step' })],
    ['survey_without_question', '/content/steps/0/survey', { steps: [{ id: 'a', type: 'survey' }] }],
    ['survey_without_question', '/content/steps/0/survey/questionText', survey({ questionText: ' ' })],
    ['rating_scale', '/content/steps/0/survey/scale', survey({ display: 'number', scale: 3 })],
    ['rating_scale', '/content/steps/0/survey/scale', survey({ scale: 10 })],
    ['undeclared_language', '/content/steps/0/translations/fr', { ...step({ translations: { fr: { contentHtml: html } } }) }],
    ['missing_translation', '/content/steps/0/translations/de', { ...step({}), languages: ['de'] }],
    [
      'no_wait',
      '/content/conditions/seenTourWaitPeriod',
      { ...step({}), conditions: { seenTourWaitPeriod: { days: 0, types: ['tour'] } } },
    ],
    ['no_url', '/content/conditions/url', { ...step({}), conditions: { urlMatchType: 'is_not' } }],
    ['out_of_range', '/content/conditions/autoShowDelaySeconds', { ...step({}), conditions: { autoShowDelaySeconds: -1 } }],
    ['unknown_key', '/content/steps/0/progresionTrigger', step({ progresionTrigger: 'click' })],
    ['other_step_type', '/content/steps/0/bannerConfig', step({ bannerConfig: { behavior: 'sticky' } })],
    ['wrong_type', '/content/steps/0/maxWidth', step({ maxWidth: '360px' })],
    ['unknown_value', '/content/displayFrequency', { ...step({}), displayFrequency: 'daily' }],
    ['unknown_value', '/content/steps/0/buttons/primary/action', button({ action: 'close' })],
  ])('%s at %s', async (code, path, content) => {
    expect(await problemsOf(content)).toEqual([{ severity: 'WARNING', code, path, message: expect.stringMatching(/^[A-Z`].*[.?]$/) }]);
  });

  it.each([
    [EXAMPLE],
    [BANNER_EXAMPLE],
    [step({ elementTargeting: 'auto', inferenceData: { autoData: '{}' }, selector: '#kept', progressionTrigger: 'button' })],
    [step({ useManualSelector: true, selector: '#a', progressionTrigger: 'click' })],
    [{ ...step({ translations: { de: { contentHtml: html } } }), languages: ['de-AT'] }],
    [button({ action: 'dismiss', link: 'https://kept.example.com' })],
    [survey({ display: 'number', scale: 10 })],
    [{ ...step({ newKey: 1 }), another: {} }],
  ])('are none for %j', async (content) => {
    expect(await problemsOf(content)).toEqual([]);
  });

  it('ask a question of an unknown type for its answers', async () => {
    const problems = await problemsOf(survey({ type: 'single_choice', choices: [] }));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['unknown_value', '/content/steps/0/survey/type'],
      ['survey_without_answers', '/content/steps/0/survey/type'],
    ]);
  });

  it('say nothing of a value that is an error', async () => {
    const problems = await problemsOf({ steps: [1, { id: 'a', contentHtml: html }], conditions: 1 });
    expect(problems.map(({ severity, path }) => [severity, path])).toEqual([
      ['ERROR', '/content/steps/0'],
      ['ERROR', '/content/conditions'],
    ]);
  });

  it('never stop a publish', async () => {
    const { id } = await tours.create({ start_date: '2024-01-01' });
    const content = {
      ...button({ action: 'link' }),
      displayFrequency: 'daily',
      langauges: ['de'],
      conditions: { autoShowDelaySeconds: -1 },
    };
    const result = await mutate(gateway.graphql, 'publishTourDraft', { tourId: id, draft: { content } }, 'tour { content { raw } }');
    expect(result.tour.content.raw).toEqual(content);
  });

  it('are a bounded list, errors first', async () => {
    const steps = Array.from({ length: 3000 }, (_, n) => (n % 2 ? 1 : { id: 'a' }));
    const problems = await problemsOf({ steps });
    expect(problems).toHaveLength(1000);
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['ERROR']));
  });
});

describe('a launch with steps that are not ready', () => {
  const content = {
    steps: [
      { id: 'a', elementTargeting: 'manual' },
      { id: 'b', contentHtml: html },
      { id: 'c', elementTargeting: 'auto' },
    ],
  };
  const fields = [
    { path: null, code: 'invalid_input', message: 'Step 1 is missing an element selector', pointer: '/content/steps/0/selector' },
    { path: null, code: 'invalid_input', message: 'Step 3 requires an element to be selected', pointer: '/content/steps/2/inferenceData' },
  ];
  const SELECTION = '__typename ... on ValidationError { fields { path code message pointer } }';
  const refusal = async (name: string, type: string, input: object) =>
    (await gateway.graphql(`mutation ($input: ${type}!) { ${name}(input: $input) { ${SELECTION} } }`, { input }))[name].fields;

  it('names each step with its place', async () => {
    const { projectId } = gateway;
    expect(
      await refusal('createTour', 'CreateTourInput', { projectId, name: 'At once', startDate: '2024-01-01T00:00:00Z', content }),
    ).toEqual(fields);
    const { id: tourId } = await tours.create({ content });
    expect(await refusal('launchTour', 'TourLifecycleInput', { tourId })).toEqual(fields);
    expect(await refusal('updateTour', 'UpdateTourInput', { tourId, startDate: '2024-01-01T00:00:00Z' })).toEqual(fields);
    const { id: launched } = await tours.create({ start_date: '2024-01-01' });
    expect(await refusal('publishTourDraft', 'PublishTourDraftInput', { tourId: launched, draft: { content } })).toEqual(fields);
  });

  it('reports the first over REST, as before', async () => {
    const { id } = await tours.create({ content });
    expect(await tours.send('PATCH', `/${id}/`, { start_date: '2024-01-01' })).toMatchObject({
      status: 400,
      body: { type: 'validation_error', code: 'invalid_input', detail: 'Step 1 is missing an element selector', attr: null },
    });
  });

  it('places content that cannot be stored, and a variant that does not exist', async () => {
    const { projectId } = gateway;
    const odd = { steps: [{}, 1] };
    expect(await refusal('createTour', 'CreateTourInput', { projectId, name: 'Odd', content: odd })).toMatchObject([
      { path: 'content', pointer: '/content/steps/1' },
    ]);
    const variant = { conditions: { linkedFlagVariant: 'a' } };
    expect(await refusal('createTour', 'CreateTourInput', { projectId, name: 'Variant', content: variant })).toMatchObject([
      { path: null, pointer: '/content/conditions/linkedFlagVariant' },
    ]);
  });
});
