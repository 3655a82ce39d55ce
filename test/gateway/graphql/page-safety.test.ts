import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { openStaging } from '../../support/environments.ts';
import { condition, explain } from '../../support/explain.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { LAUNCHED, publicTours, sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let tours: RestTours;

it.beforeAll(({ gateway }) => {
  app = gateway;
  tours = restTours(app, app.projectId);
});

const STEPS = LAUNCHED.content.steps;
const withSelector = (selector: unknown) => ({ steps: STEPS, conditions: { selector } });
const BAD = withSelector('#0a');
const GOOD = withSelector('#a');

/** Valid for the SDK but useless: the tour shows on no page. */
const BLANKS = { steps: STEPS, conditions: { url: ' /cart ' } };

const PROBLEM = { severity: 'ERROR', code: 'invalid_selector', path: '/content/conditions/selector' };
const REFUSAL = { path: 'content', code: 'invalid_selector', pointer: '/content/conditions/selector' };

async function read(id: string, selection: string) {
  return (await app.graphql(`query ($id: UUID!) { tour(id: $id) { ${selection} } }`, { id })).tour;
}

/** Runs a mutation that is refused. @returns its fields */
async function refused(name: string, input: object) {
  const document = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { __typename ... on ValidationError { fields { path code message pointer } } }
  }`;
  // The four steps in the life of a tour share an input.
  const typed = document.replace(/\$input: (Launch|Resume)TourInput/, '$input: TourLifecycleInput');
  const result = (await app.graphql(typed, { input }))[name];
  expect(result.__typename).toBe('ValidationError');
  return result.fields;
}

const delivered = async (token = app.token) => (await publicTours(app.url, token)).map(({ id }) => id);

describe('a selector that is not CSS', () => {
  it('is an error in the problems of a draft, and refuses its publish', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: GOOD });
    await mutate(app.graphql, 'saveTourDraft', { tourId: id, content: BAD });
    const { draft } = await read(id, 'draft { problems { severity code path message } publishPlan { surveys { change } } }');
    expect(draft.problems).toEqual([{ ...PROBLEM, message: expect.stringContaining(`'#0a' is not a valid CSS selector.`) }]);
    expect(draft.publishPlan).toBeNull();
    expect(await refused('publishTourDraft', { tourId: id })).toMatchObject([REFUSAL]);
    expect((await read(id, 'content { raw }')).content.raw.conditions).toEqual(GOOD.conditions);
    expect((await read(id, 'hasDraft')).hasDraft).toBe(true);
  });

  it('refuses the publish of a tour that was never launched, too', async () => {
    const { id } = await tours.create({ content: GOOD });
    await tours.draft(id, { content: BAD });
    expect(await refused('publishTourDraft', { tourId: id })).toMatchObject([REFUSAL]);
  });

  it('refuses a launch and a resumption', async () => {
    const { id } = await tours.create({ content: BAD });
    expect(await refused('launchTour', { tourId: id })).toMatchObject([REFUSAL]);
    expect(await refused('resumeTour', { tourId: id })).toMatchObject([REFUSAL]);
    expect((await read(id, 'startDate')).startDate).toBeNull();
  });

  it('refuses the creation of a launched tour, and a change of one', async () => {
    const create = { projectId: app.projectId, name: 'Bad from the start', content: BAD };
    expect(await refused('createTour', { ...create, startDate: '2024-01-01T00:00:00Z' })).toMatchObject([REFUSAL]);
    const { id } = await tours.create({ ...LAUNCHED, content: GOOD });
    expect(await refused('updateTour', { tourId: id, content: BAD })).toMatchObject([REFUSAL]);
  });

  it('refuses the publish in another environment', async () => {
    const { id } = await tours.create({ content: BAD });
    const staging = await openStaging(app);
    expect(await refused('publishTourDraft', { tourId: id, environment: staging.projectId })).toMatchObject([REFUSAL]);
  });

  it('refuses to make an old version live again', async () => {
    const { id } = await tours.create({ content: BAD });
    await tours.change(id, { content: GOOD });
    expect(await refused('republishTourVersion', { tourId: id, number: 1 })).toMatchObject([REFUSAL]);
  });

  it('hinders nothing that leaves the content as it is', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: BAD });
    const renamed = await mutate(app.graphql, 'updateTour', { tourId: id, name: 'Another name' });
    expect(renamed.tour.name).toBe('Another name');
    expect((await mutate(app.graphql, 'stopTour', { tourId: id })).__typename).toBe('StopTourSuccess');
    expect((await mutate(app.graphql, 'archiveTour', { tourId: id })).__typename).toBe('ArchiveTourSuccess');
  });

  it('does not hinder the deletion of the linked flag', async () => {
    const flagId = await createFlag(app.graphql, app.projectId, 'to-be-deleted');
    const content = { ...BAD, conditions: { ...BAD.conditions, linkedFlagVariant: 'any' } };
    const { id } = await tours.create({ ...LAUNCHED, content, linked_flag_id: flagId });
    const gone = await mutate(app.graphql, 'deleteFeatureFlag', { projectId: app.projectId, key: 'to-be-deleted' }, '__typename');
    expect(gone.__typename).toBe('DeleteFeatureFlagSuccess');
    expect((await read(id, 'linkedFlag { key }')).linkedFlag).toBeNull();
  });

  it('may be saved, in a draft and in a tour that is not launched', async () => {
    const created = await mutate(app.graphql, 'createTour', { projectId: app.projectId, name: 'Not launched', content: BAD });
    expect(created.__typename).toBe('CreateTourSuccess');
  });

  it('is reported with everything else that stands in the way', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: GOOD });
    const steps = [{ ...STEPS[0], elementTargeting: 'manual', selector: '' }, { ...STEPS[0], id: 'b', elementTargeting: 'manual', selector: 'a[' }];
    await tours.draft(id, { content: { steps, conditions: { selector: 'div[', url: '(', urlMatchType: 'regex' } } });
    const pointers = (await refused('publishTourDraft', { tourId: id })).map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.toSorted()).toEqual([
      '/content/conditions/selector',
      '/content/conditions/url',
      '/content/steps/0/selector',
      '/content/steps/1/selector',
    ]);
  });
});

describe('content that the SDK cannot evaluate, over REST', () => {
  it.each([['#0a'], ['div['], [5]])('is accepted and shown as it is: the selector %j', async (selector) => {
    const content = withSelector(selector);
    const created = await tours.create({ ...LAUNCHED, content });
    expect(created.content.conditions).toEqual({ selector });
    await tours.draft(created.id, { content: { ...content, type: 'tour' } });
    const published = await tours.publish(created.id);
    expect(published.content.conditions).toEqual({ selector });
    const changed = await tours.change(created.id, { content, end_date: null });
    expect(changed.content.conditions).toEqual({ selector });
  });

  it('is an error in the problems of the live tour', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: BAD });
    const tour = await read(id, 'isWithheld problems { severity code path message }');
    expect(tour).toMatchObject({ isWithheld: true, problems: [PROBLEM] });
  });

  it('does not withhold a tour on which the SDK does not throw', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: BLANKS });
    expect(await read(id, 'isWithheld problems { severity code path }')).toEqual({
      isWithheld: false,
      problems: [{ severity: 'ERROR', code: 'invalid_url', path: '/content/conditions/url' }],
    });
    await expect.poll(delivered).toContain(id);
  });
});

describe('the delivery to browsers', () => {
  it('leaves out a tour on which the SDK would throw, until it is right', async () => {
    const projectId = await newProject(app.graphql);
    const { project } = await app.graphql('query ($id: Int!) { project(id: $id) { token } }', { id: projectId });
    const config = async () => (await sdkRequest(app.url, `/array/${project.token}/config`)).body.productTours;
    const shop = restTours(app, projectId);
    const bad = (await shop.create({ ...LAUNCHED, content: BAD })).id;
    expect(await delivered(project.token)).toEqual([]);
    expect(await config()).toBe(false);
    const good = (await shop.create({ ...LAUNCHED, content: GOOD })).id;
    await expect.poll(() => delivered(project.token)).toEqual([good]);
    expect(await config()).toBe(true);
    await shop.change(bad, { content: GOOD });
    await expect.poll(() => delivered(project.token)).toEqual([bad, good]);
    await shop.change(good, { content: BAD });
    await expect.poll(() => delivered(project.token)).toEqual([bad]);
  });
});

describe('the explanation of targeting', () => {
  it('says that a tour is withheld, and why', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: BAD });
    const explanation = await explain(app.graphql, id);
    expect(explanation.verdict).toBe('WOULD_NOT_SHOW');
    expect(explanation.summary).toContain(`'#0a' is not a valid CSS selector.`);
    expect(condition(explanation, 'NOT_WITHHELD')).toMatchObject({ outcome: 'NOT_MET' });
    expect(condition(explanation, 'CLICK').message).toContain(`'#0a' is not a valid CSS selector.`);
  });

  it('says why a condition on the address never holds', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: BLANKS });
    const explanation = await explain(app.graphql, id, { url: 'https://shop.example/cart' });
    expect(explanation.verdict).toBe('WOULD_NOT_SHOW');
    expect(condition(explanation, 'NOT_WITHHELD')).toMatchObject({ outcome: 'MET' });
    expect(condition(explanation, 'URL')).toMatchObject({ outcome: 'NOT_MET', message: expect.stringContaining('white space') });
  });

  it('says that a regular expression does not compile', async () => {
    const { id } = await tours.create({ ...LAUNCHED, content: { steps: STEPS, conditions: { url: '(', urlMatchType: 'regex' } } });
    const explanation = await explain(app.graphql, id, { url: 'https://shop.example/cart' });
    expect(explanation.summary).toContain('does not compile');
  });

  it('says that the element of the first step cannot be looked for', async () => {
    const content = { steps: [{ ...STEPS[0], elementTargeting: 'manual', selector: 'div[data-id=' }] };
    const { id } = await tours.create({ ...LAUNCHED, content });
    const explanation = await explain(app.graphql, id);
    expect(explanation.verdict).toBe('WOULD_NOT_SHOW');
    expect(condition(explanation, 'FIRST_STEP')).toMatchObject({ outcome: 'NOT_MET' });
  });
});
