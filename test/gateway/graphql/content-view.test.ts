import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';
import { findSurveys } from '../../support/surveys.ts';
import { createInput, SAMPLE_TOURS } from '../../support/tours.ts';

const BUTTON = '{ text action link tourId raw }';
const TEXTS = 'questionText lowerBoundLabel upperBoundLabel submitButtonText backButtonText raw';
const TRANSLATION = `{
  language content contentHtml raw buttons { primary { text raw } secondary { text } raw } survey { ${TEXTS} }
}`;
const TYPED_STEP = `progressionTrigger useManualSelector maxWidth linkedSurveyId linkedSurveyQuestionId
  inferenceData { autoData text excludeText precision raw } buttons { primary ${BUTTON} secondary ${BUTTON} raw }
  bannerConfig { behavior selector action { type link tourId raw } animation { duration raw } raw }
  survey { type display scale ${TEXTS} } typedTranslations ${TRANSLATION}`;
const TRIGGERS = '{ values { name propertyFilters { property values operator raw } raw } raw }';
const TYPED = `content {
  type languages stepOrderHistory typedAppearance { backgroundColor borderRadius showOverlay zIndex raw } displayFrequency
  conditions { typedEvents ${TRIGGERS} typedCancelEvents ${TRIGGERS} typedActions { values { actionId name steps raw } raw } }
  steps { ${TYPED_STEP} linkedSurvey { uuid } }
}`;
const READ_TYPED = `query ($id: UUID!) { tour(id: $id) { ${TYPED} draft { ${TYPED} } } }`;

const VIEW = `content {
  raw appearance displayFrequency
  conditions {
    url urlMatchType selector autoShowDelaySeconds deviceTypes linkedFlagVariant events actions cancelEvents raw
    seenTourWaitPeriod { days types }
  }
  steps { stepId type elementTargeting selector position content contentHtml translations raw linkedSurvey { uuid name questions appearance } }
}`;
const READ = `query ($id: UUID!) { tour(id: $id) { ${VIEW} draft { name description autoLaunch targetingFlagFilters linkedFlag { key } ${VIEW} problems { code } diff { op } } versions { nodes { ${VIEW} } } linkedSurveys { uuid } } }`;

const it = gatewayTest();
let gateway: TestApp;
const read = async (id: string) => (await gateway.graphql(READ, { id })).tour;
const readTyped = async (id: string) => (await gateway.graphql(READ_TYPED, { id })).tour;

async function createTour(name: string, content: object = {}): Promise<string> {
  return (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name, content })).tour.uuid;
}

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

describe('the typed view of content', () => {
  it('says of every sample tour what its JSON says', async () => {
    let steps = 0;
    for (const sample of SAMPLE_TOURS) {
      const { tour } = await mutate(gateway.graphql, 'createTour', createInput(gateway.projectId, sample));
      const { content } = await read(tour.uuid);
      const { conditions } = content.raw;
      expect(content.displayFrequency).toBe(content.raw.displayFrequency?.toUpperCase() ?? null);
      expect(content.appearance).toEqual(content.raw.appearance ?? null);
      expect(content.conditions?.raw ?? null).toEqual(conditions ?? null);
      expect(content.conditions?.url ?? null).toBe(conditions?.url ?? null);
      expect(content.steps).toHaveLength(sample.content.steps.length);
      for (const [n, step] of content.steps.entries()) {
        expect(step.raw).toEqual(content.raw.steps[n]);
        expect(step).toMatchObject({
          stepId: step.raw.id ?? null,
          type: step.raw.type ?? null,
          elementTargeting: step.raw.elementTargeting?.toUpperCase() ?? null,
          selector: step.raw.selector ?? null,
          contentHtml: step.raw.contentHtml ?? null,
          content: step.raw.content ?? null,
          translations: step.raw.translations ?? null,
        });
        expect(step.linkedSurvey?.uuid ?? null).toBe(step.raw.linkedSurveyId ?? null);
        steps++;
      }
    }
    expect(steps).toBeGreaterThanOrEqual(SAMPLE_TOURS.length);
  });

  it('shows each known key in a typed field', async () => {
    const content = {
      type: 'tour',
      languages: ['de'],
      step_order_history: [{ id: 'h' }],
      appearance: { backgroundColor: '#fff', borderRadius: 2.5, showOverlay: false, zIndex: 3_000_000_000, future: 1 },
      conditions: {
        events: { values: [{ name: 'done', propertyFilters: { items: { values: ['5'], operator: 'gt' } } }] },
        actions: { values: [{ id: 7, name: 'Paid', steps: [{ event: 'paid' }] }] },
      },
      steps: [
        {
          id: 'a',
          type: 'modal',
          progressionTrigger: 'click',
          buttons: { primary: { text: 'Go', action: 'link', link: 'https://example.com' } },
          translations: { de: { contentHtml: '<p>Los</p>', buttons: { primary: { text: 'Los' } } } },
        },
        { id: 'b', type: 'survey', survey: { type: 'rating', questionText: 'How?', scale: 10, display: 'number' } },
        { id: 'c', type: 'banner', bannerConfig: { behavior: 'static', action: { type: 'none' }, animation: { duration: 300 } } },
      ],
    };
    const tourId = await createTour('Typed', content);
    const view = (await readTyped(tourId)).content;
    expect(view).toMatchObject({
      type: 'TOUR',
      languages: ['de'],
      stepOrderHistory: [{ id: 'h' }],
      typedAppearance: { backgroundColor: '#fff', borderRadius: 2.5, showOverlay: false, zIndex: 3_000_000_000, raw: content.appearance },
      conditions: {
        typedEvents: { values: [{ name: 'done', propertyFilters: [{ property: 'items', values: ['5'], operator: 'GT' }] }] },
        typedActions: { values: [{ actionId: 7, name: 'Paid', steps: [{ event: 'paid' }] }] },
      },
      steps: [
        {
          progressionTrigger: 'CLICK',
          buttons: { primary: { text: 'Go', action: 'LINK', link: 'https://example.com', tourId: null }, secondary: null },
          typedTranslations: [
            { language: 'de', contentHtml: '<p>Los</p>', buttons: { primary: { text: 'Los' } }, raw: content.steps[0]?.translations?.de },
          ],
        },
        { survey: { type: 'RATING', questionText: 'How?', scale: 10, display: 'NUMBER' } },
        { bannerConfig: { behavior: 'STATIC', action: { type: 'NONE', link: null }, animation: { duration: 300 } } },
      ],
    });
    expect(view.steps[1].linkedSurveyId).toBe(view.steps[1].linkedSurvey.uuid);
  });

  it('is the same of the live tour, its first version and a draft that has not changed', async () => {
    const tourId = await createTour('Three views', { ...SAMPLE_TOURS[0]?.content });
    await mutate(gateway.graphql, 'saveTourDraft', { tourId, description: 'Nothing else' });
    const { content, draft, versions } = await read(tourId);
    expect(draft.content).toEqual(content);
    expect(versions.nodes[0].content).toEqual(content);
  });

  it('bears whatever was drafted over REST', async () => {
    const tourId = await createTour('Odd drafts');
    const odd = [
      {},
      { steps: null },
      { steps: 'none' },
      { steps: [null, 1, 'text', [], {}] },
      { steps: [{ id: {}, type: 3, elementTargeting: 'elsewhere', selector: [], translations: 0, linkedSurveyId: 'x', content: false }] },
      { steps: [{ id: 7, linkedSurveyId: '00000000-0000-4000-8000-000000000000' }] },
      { conditions: null },
      { conditions: [] },
      { conditions: 'always' },
      { conditions: { url: 1, deviceTypes: 'Desktop', seenTourWaitPeriod: [], events: 0, autoShowDelaySeconds: 'soon' } },
      { conditions: { seenTourWaitPeriod: { days: '3', types: [1, 'tour'] }, deviceTypes: [null, 'Mobile'] } },
      { appearance: 'pretty', displayFrequency: 'sometimes' },
      { appearance: [], displayFrequency: {} },
      { type: [], languages: {} },
      {
        type: 'other',
        languages: ['de', 1, null],
        step_order_history: 'never',
        appearance: { borderRadius: '8', zIndex: 1e300, showOverlay: 0 },
      },
      {
        conditions: {
          events: { values: [1, { name: 2, propertyFilters: [] }] },
          cancelEvents: { values: {} },
          actions: { values: [{ id: 'x' }] },
        },
      },
      {
        steps: [
          { buttons: [], survey: 'why', bannerConfig: 1, inferenceData: true, maxWidth: '1', useManualSelector: 'yes', translations: [1] },
          { buttons: { primary: 1, secondary: { text: 1, action: 'fly', link: {} } }, survey: { type: 'none', scale: 4, display: 1 } },
          { bannerConfig: { behavior: 'hidden', action: [], animation: { duration: null } }, translations: { de: 1, fr: { buttons: 1 } } },
          { survey: { scale: 1e300 }, progressionTrigger: {}, linkedSurveyId: 5, inferenceData: { autoData: 1, precision: '1' } },
        ],
      },
    ];
    let looked = 0;
    for (const content of odd) {
      const saved = await gateway.rest('PATCH', `${gateway.projectId}/product_tours/${tourId}/draft/`, { content });
      expect(saved.status, JSON.stringify(content)).toBe(200);
      const { draft } = await read(tourId);
      expect(draft.content.raw).toEqual(saved.body.draft_content.content);
      expect((await readTyped(tourId)).draft.content, JSON.stringify(content)).toBeTypeOf('object');
      looked++;
    }
    expect(looked).toBe(odd.length);
    const { draft } = await readTyped(tourId);
    expect(draft.content).toMatchObject({ conditions: null, displayFrequency: null, type: null });
    expect(draft.content.steps).toMatchObject([
      {
        buttons: null,
        survey: null,
        bannerConfig: null,
        inferenceData: null,
        maxWidth: null,
        useManualSelector: null,
        typedTranslations: null,
      },
      {
        buttons: { primary: null, secondary: { text: null, action: null, link: null } },
        survey: { type: null, scale: 4, display: null },
      },
      {
        bannerConfig: { behavior: null, action: null, animation: { duration: null } },
        typedTranslations: [{ language: 'fr', buttons: null }],
      },
      { survey: { scale: null }, progressionTrigger: null, linkedSurveyId: null, inferenceData: { autoData: null, precision: null } },
    ]);
  });

  it('bears whatever stands in the database', async () => {
    const tourId = await createTour('Odd rows');
    await mutate(gateway.graphql, 'saveTourDraft', { tourId, description: 'x' });
    for (const content of [
      { steps: { a: 1 } },
      { steps: [null, { elementTargeting: null }], conditions: 4 },
      { steps: [[]], languages: 3 },
    ]) {
      const draft = { name: 1, description: [], content, auto_launch: null, targeting_flag_filters: 'all', linked_flag_id: 1e30 };
      const rows = [tourId, JSON.stringify(content), JSON.stringify(draft)];
      await gateway.app.db.sql.query('UPDATE tours SET content = $2::jsonb, draft_content = $3::jsonb WHERE id = $1', rows);
      const { errors } = await gateway.graphql.send(READ, { id: tourId });
      expect(errors, JSON.stringify(content)).toBeUndefined();
      const listed = await gateway.rest('GET', `${gateway.projectId}/product_tours/${tourId}/`);
      expect(listed.status, JSON.stringify(content)).toBe(200);
    }
  });
});

describe('the survey of a step', () => {
  it('is shown with its question', async () => {
    const tourId = await createTour('Asking', { steps: [{ id: 'a', type: 'survey', survey: { type: 'open', questionText: 'Why?' } }] });
    const { content, linkedSurveys } = await read(tourId);
    expect(content.steps[0].linkedSurvey).toMatchObject({ questions: [{ question: 'Why?' }] });
    expect(linkedSurveys).toEqual([{ uuid: content.steps[0].linkedSurvey.uuid }]);
  });

  it('is not shown when it is of a project that the caller cannot open', async () => {
    const tourId = await createTour('Secret', { steps: [{ id: 'a', type: 'survey', survey: { type: 'open', questionText: 'Secret?' } }] });
    const [survey] = await findSurveys(gateway.app.db, { tourId });
    const stranger = await addPerson(gateway, { projectIds: [await newProject(gateway.graphql)] });
    const { viewer } = await stranger.graphql('{ viewer { projects { databaseId } } }');
    const projectId = viewer.projects[0].databaseId;
    const content = { steps: [{ id: 'a', type: 'modal', linkedSurveyId: survey?.id }] };
    const { tour } = await mutate(stranger.graphql, 'createTour', { projectId, name: 'Peeping', content });
    const seen = (await stranger.graphql(READ, { id: tour.uuid })).tour;
    expect(seen.content.steps[0]).toMatchObject({ raw: { linkedSurveyId: survey?.id }, linkedSurvey: null });
    expect(seen.linkedSurveys).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain('Secret');
  });
});
