import { describe, expect } from 'vitest';
import type { AnalyticsEvent } from '../../../src/domain/analytics.ts';
import type { TestApp } from '../../support/app.ts';
import { TOUR_CHANGED } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { rowsChecksum } from '../../support/rows.ts';
import { subscribe } from '../../support/socket.ts';

const it = gatewayTest({}, { capture: (event) => void captured.push(event) });
let gateway: TestApp;
let count = 0;
const captured: AnalyticsEvent[] = [];
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const STATE = `uuid name revision hasDraft archived versions(first: 1) { totalCount nodes { publishedAt publishedBy { email } } } activity { totalCount }
  draft { raw problems { severity } scheduledPublish { publishAt scheduledByName scheduledBy { email }
    failure { at reason message fields { path code message pointer } } } }`;
const read = async (id: string) => (await gateway.graphql(`query ($id: UUID!) { tour(id: $id) { ${STATE} } }`, { id })).tour;
const schedule = (input: object, client = gateway.graphql) => mutate(client, 'scheduleTourDraft', input, `tour { ${STATE} }`);
const scheduled = async (id: string) => (await read(id)).draft?.scheduledPublish;

/** A tour of version 1 whose draft, at revision 2, has another name. */
async function draftTour(draft: object = {}): Promise<string> {
  const name = `Tour ${++count}`;
  const tourId = (await run('createTour', { projectId: gateway.projectId, name })).tour.uuid;
  await run('saveTourDraft', { tourId, name: `${name}, better`, ...draft });
  return tourId;
}

const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const inAnHour = () => fromNow(3_600_000);
/** Moves the scheduled moment of a tour, if it has one, 61 minutes closer: as if they had passed. */
const passAnHour = (tourId: string) =>
  gateway.app.db.sql.query(`UPDATE scheduled_publishes SET publish_at = publish_at - interval '61 minutes' WHERE tour_id = $1`, [tourId]);
const untilPublished = (id: string) => expect.poll(() => read(id), { timeout: 30_000, interval: 50 }).toMatchObject({ hasDraft: false });
const untilFailed = (id: string) => expect.poll(async () => (await scheduled(id))?.failure, { timeout: 30_000, interval: 50 }).toBeTruthy();

/** Schedules a draft that is due at once. */
async function scheduleDue(tourId: string): Promise<void> {
  await schedule({ tourId, publishAt: inAnHour() });
  await passAnHour(tourId);
}

/** Waits until a publish that is scheduled from now on has happened: all that was due before it had its turn. */
async function untilLaterOnes(): Promise<void> {
  const sentinel = await draftTour();
  await scheduleDue(sentinel);
  await untilPublished(sentinel);
}

describe('a scheduled draft', () => {
  it('goes live at its moment, once, as whoever scheduled it, with all that a publish does', async () => {
    const author = await addPerson(gateway);
    const tourId = await draftTour();
    const watched = subscribe<{ kind: string; revision: number }>(gateway.url, gateway.key, TOUR_CHANGED, { tourId });
    await watched.next();
    const publishAt = inAnHour();
    const result = await schedule({ tourId, publishAt, expectedRevision: 2, clientMutationId: 'mine' }, author.graphql);
    expect(result.tour).toMatchObject({ revision: 3, hasDraft: true, versions: { totalCount: 1 } });
    const { scheduledPublish } = result.tour.draft;
    expect(scheduledPublish).toMatchObject({ scheduledByName: expect.stringMatching(/^Person/), scheduledBy: { email: author.email } });
    expect([Date.parse(scheduledPublish.publishAt), scheduledPublish.failure]).toEqual([Date.parse(publishAt), null]);
    const [{ moment } = { moment: '' }] = await gateway.app.db.sql.query<{ moment: string }>(
      `UPDATE scheduled_publishes SET publish_at = now() + interval '1 second' WHERE tour_id = $1 RETURNING publish_at AS moment`,
      [tourId],
    );
    await untilPublished(tourId);
    await untilLaterOnes();

    const tour = await read(tourId);
    expect(tour).toMatchObject({ name: expect.stringContaining('better'), revision: 4, draft: null, activity: { totalCount: 2 } });
    expect(tour.versions).toMatchObject({ totalCount: 2, nodes: [{ publishedBy: { email: author.email } }] });
    expect(Date.parse(tour.versions.nodes[0].publishedAt)).toBeGreaterThanOrEqual(Date.parse(moment));
    expect(await watched.until(({ revision }) => revision === 4)).toMatchObject([
      { kind: 'SAVED', previousRevision: 2, hasDraft: true, patch: [], clientMutationId: 'mine', actor: { email: author.email } },
      { kind: 'PUBLISHED', previousRevision: 3, hasDraft: false, actor: { email: author.email } },
    ]);
    await watched.close();
    expect(captured.filter(({ properties, event }) => properties.tour_id === tourId && event === 'product tour updated')).toHaveLength(1);
  });

  it('goes live as it stands then, and for an archived tour too, which stays archived', async () => {
    const tourId = await draftTour();
    await schedule({ tourId, publishAt: inAnHour() });
    await run('saveTourDraft', { tourId, name: `Saved later ${count}` });
    await run('archiveTour', { tourId });
    await passAnHour(tourId);
    await untilPublished(tourId);
    expect(await read(tourId)).toMatchObject({ name: `Saved later ${count}`, archived: true });
  });

  it('can be scheduled anew, for another moment and by somebody else', async () => {
    const other = await addPerson(gateway);
    const tourId = await draftTour();
    await schedule({ tourId, publishAt: inAnHour() });
    const publishAt = fromNow(2 * 3_600_000);
    const { tour } = await schedule({ tourId, publishAt }, other.graphql);
    expect(tour).toMatchObject({ revision: 4, draft: { scheduledPublish: { scheduledBy: { email: other.email } } } });
    expect(Date.parse((await scheduled(tourId)).publishAt)).toBe(Date.parse(publishAt));
    await passAnHour(tourId);
    await untilLaterOnes();
    expect(await scheduled(tourId)).toMatchObject({ failure: null });
    await scheduleDue(tourId);
    await untilPublished(tourId);
  });

  it('stays a draft once it is called off', async () => {
    const tourId = await draftTour();
    await schedule({ tourId, publishAt: inAnHour() });
    const watched = subscribe<{ kind: string }>(gateway.url, gateway.key, TOUR_CHANGED, { tourId });
    await watched.next();
    const { tour } = await run('unscheduleTourDraft', { tourId, expectedRevision: 3, clientMutationId: 'off' }, `tour { ${STATE} }`);
    expect(tour).toMatchObject({ revision: 4, hasDraft: true, draft: { scheduledPublish: null } });
    expect(await watched.next()).toMatchObject({ kind: 'SAVED', revision: 4, patch: [], clientMutationId: 'off' });
    await watched.close();
    await passAnHour(tourId);
    await untilLaterOnes();
    const before = await rowsChecksum(gateway.app.db);
    expect(await run('unscheduleTourDraft', { tourId })).toMatchObject({ tour: { revision: 4 } });
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
    expect(await read(tourId)).toMatchObject({ hasDraft: true, versions: { totalCount: 1 } });
  });

  it.each<[string, string, (tourId: string) => object]>([
    ['is discarded', 'discardTourDraft', (tourId) => ({ tourId })],
    ['is published by somebody', 'publishTourDraft', (tourId) => ({ tourId })],
    ['is overwritten by a direct change', 'updateTour', (tourId) => ({ tourId, description: 'Direct' })],
    ['gives way to an old version', 'restoreTourVersion', (tourId) => ({ tourId, number: 1 })],
    ['gives way to an old version that is live again', 'republishTourVersion', (tourId) => ({ tourId, number: 1 })],
    ['gives way to a lost draft', 'restoreTourDraft', (tourId) => ({ tourId, revision: 3 })],
  ])('is scheduled no more when it %s', async (_, mutation, input) => {
    const tourId = await draftTour();
    await run('discardTourDraft', { tourId });
    await run('saveTourDraft', { tourId, description: 'Second' });
    expect((await schedule({ tourId, publishAt: inAnHour() })).tour.draft.scheduledPublish).not.toBeNull();
    const { tour } = await run(mutation, input(tourId), 'tour { draft { scheduledPublish { publishAt } } }');
    expect(tour.draft?.scheduledPublish ?? null).toBeNull();
    await run('saveTourDraft', { tourId, description: 'Third' });
    expect(await read(tourId)).toMatchObject({ hasDraft: true, draft: { scheduledPublish: null } });
  });

  it('comes back unscheduled with a tour that was deleted', async () => {
    const tourId = await draftTour();
    await schedule({ tourId, publishAt: inAnHour() });
    await run('deleteTour', { tourId }, 'tourId');
    await run('restoreDeletedTour', { tourId });
    await passAnHour(tourId);
    await untilLaterOnes();
    expect(await read(tourId)).toMatchObject({ hasDraft: true, draft: { scheduledPublish: null }, versions: { totalCount: 1 } });
  });
});

describe('a scheduled publish that is refused', () => {
  it('leaves everything as it was, says why, and is not tried again until it is scheduled anew', async () => {
    const author = await addPerson(gateway);
    const tourId = await draftTour({ name: ' ', content: { steps: [{ id: 'a', contentHtml: '<p>Hello</p>' }], conditions: 5 } });
    const watched = subscribe<{ kind: string; revision: number }>(gateway.url, gateway.key, TOUR_CHANGED, { tourId });
    await watched.next();
    const { tour } = await schedule({ tourId, publishAt: inAnHour() }, author.graphql);
    expect(tour.draft.problems).toContainEqual({ severity: 'ERROR' });
    const refusal = await run('publishTourDraft', { tourId });
    await passAnHour(tourId);
    await untilFailed(tourId);
    await untilLaterOnes();
    const failed = await read(tourId);
    expect(failed).toMatchObject({ revision: 4, hasDraft: true, versions: { totalCount: 1 }, activity: { totalCount: 1 } });
    const { failure } = failed.draft.scheduledPublish;
    expect(failure).toMatchObject({ reason: 'REFUSED', message: refusal.message, fields: refusal.fields });
    expect(failure.fields[0]).toMatchObject({ path: 'name', code: 'blank', pointer: '/name' });
    expect(Date.parse(failure.at)).toBeGreaterThanOrEqual(Date.parse(failed.draft.scheduledPublish.publishAt));
    expect((await watched.until(({ revision }) => revision === 4)).at(-1)).toMatchObject({ kind: 'SAVED', patch: [], actor: null });
    await watched.close();

    await run('saveTourDraft', { tourId, name: 'Repaired', content: { steps: [] } });
    await untilLaterOnes();
    expect(await read(tourId)).toMatchObject({ revision: 5, hasDraft: true, draft: { scheduledPublish: { failure } } });
    expect((await schedule({ tourId, publishAt: inAnHour() })).tour.draft.scheduledPublish.failure).toBeNull();
    await passAnHour(tourId);
    await untilPublished(tourId);
    expect(await read(tourId)).toMatchObject({ name: 'Repaired', versions: { totalCount: 2 } });
  });

  it('because of a name that another tour has taken', async () => {
    const tourId = await draftTour();
    await run('createTour', { projectId: gateway.projectId, name: `Tour ${count}, better` });
    await scheduleDue(tourId);
    await untilFailed(tourId);
    expect((await scheduled(tourId)).failure).toMatchObject({ reason: 'REFUSED', fields: [{ path: 'name', code: 'unique' }] });
  });

  it.each<[string, string, (person: Person) => [string, unknown[]]]>([
    ['inactive', 'email', ({ userId }) => ['UPDATE users SET is_active = false WHERE id = $1', [userId]]],
    ['no member of the project', 'email', ({ userId }) => ['DELETE FROM memberships WHERE user_id = $1', [userId]]],
    ['gone', 'none', ({ userId }) => ['DELETE FROM users WHERE id = $1', [userId]]],
  ])('because whoever scheduled it is %s', async (_, known, statement) => {
    const author = await addPerson(gateway);
    const tourId = await draftTour();
    await schedule({ tourId, publishAt: inAnHour() }, author.graphql);
    await gateway.app.db.sql.query(...statement(author));
    await passAnHour(tourId);
    await untilFailed(tourId);
    const tour = await read(tourId);
    expect(tour).toMatchObject({ revision: 4, hasDraft: true, versions: { totalCount: 1 } });
    const { failure, scheduledBy, scheduledByName } = tour.draft.scheduledPublish;
    expect(failure).toMatchObject({ reason: 'NOT_ALLOWED', message: expect.stringContaining(scheduledByName), fields: [] });
    expect(scheduledBy).toEqual(known === 'none' ? null : { email: author.email });
  });

  it('can be taken away', async () => {
    const tourId = await draftTour({ name: '' });
    await scheduleDue(tourId);
    await untilFailed(tourId);
    await run('unscheduleTourDraft', { tourId });
    expect(await scheduled(tourId)).toBeNull();
  });
});

it('a key that is revoked meanwhile takes nothing back of what its user has scheduled', async () => {
  const author = await addPerson(gateway, { scopes: ['product_tour:write'] });
  const tourId = await draftTour();
  await schedule({ tourId, publishAt: inAnHour() }, author.graphql);
  await run('revokePersonalApiKey', { id: author.keyId }, '__typename');
  await passAnHour(tourId);
  await untilPublished(tourId);
});

describe('scheduling', () => {
  const refused = async (input: object) => {
    const before = await rowsChecksum(gateway.app.db);
    const answer = await schedule(input);
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
    return answer;
  };

  it('needs a draft, and a moment that lies ahead, by two years at most', async () => {
    const { tour } = await run('createTour', { projectId: gateway.projectId, name: `Tour ${++count}` });
    expect(await refused({ tourId: tour.uuid, publishAt: inAnHour() })).toMatchObject({
      __typename: 'ValidationError',
      code: 'NO_DRAFT',
    });
    const tourId = await draftTour();
    for (const publishAt of ['2020-01-01T00:00:00Z', fromNow(-1), fromNow(2.1 * 366 * 86_400_000), '9999-12-31T23:59:59Z']) {
      expect(await refused({ tourId, publishAt })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'publishAt', code: 'invalid_input' }],
      });
    }
    expect((await refused({ tourId, publishAt: inAnHour(), clientMutationId: 'x'.repeat(256) })).fields).toMatchObject([
      { path: 'clientMutationId', code: 'max_length' },
    ]);
    expect((await schedule({ tourId, publishAt: fromNow(700 * 86_400_000) })).tour.revision).toBe(3);
  });

  it('keeps microseconds', async () => {
    const tourId = await draftTour();
    const publishAt = `${inAnHour().slice(0, 19)}.123456Z`;
    expect((await schedule({ tourId, publishAt })).tour.draft.scheduledPublish.publishAt).toBe(publishAt);
  });

  it('at a revision that has passed is a conflict', async () => {
    const tourId = await draftTour();
    const conflict = { __typename: 'ConflictError', expectedRevision: 1, currentRevision: 2, conflictingPaths: ['/name'] };
    expect(await refused({ tourId, publishAt: inAnHour(), expectedRevision: 1 })).toMatchObject(conflict);
    await schedule({ tourId, publishAt: inAnHour() });
    expect(await run('unscheduleTourDraft', { tourId, expectedRevision: 2 })).toMatchObject({ __typename: 'ConflictError' });
    expect(await scheduled(tourId)).toBeTruthy();
  });

  it('does not stand in the way of an editor that has not heard of it', async () => {
    const tourId = await draftTour({ content: { steps: [{ id: 'a', contentHtml: 'A' }] } });
    await schedule({ tourId, publishAt: inAnHour() });
    const saved = await run('saveTourDraft', { tourId, expectedRevision: 2, description: 'Typed' }, 'revision rebased');
    expect(saved).toMatchObject({ __typename: 'SaveTourDraftSuccess', revision: 4 });
    await schedule({ tourId, publishAt: inAnHour() });
    const operations = [{ update: { stepId: 'a', patch: { contentHtml: 'B' } } }];
    expect(await run('editTourDraftSteps', { tourId, expectedRevision: 4, operations })).toMatchObject({ tour: { revision: 6 } });
    expect(await scheduled(tourId)).toMatchObject({ failure: null });
  });

  it('is a new state of the tour over REST, whose answers say nothing more', async () => {
    const tourId = await draftTour();
    const path = `${gateway.projectId}/product_tours/${tourId}/`;
    const before = await gateway.rest('GET', path);
    await schedule({ tourId, publishAt: inAnHour() });
    const now = await gateway.rest('GET', path);
    expect(now.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(now.body).toEqual(before.body);
  });

  it('can be looked for in the list', async () => {
    const [ahead, failed, never] = [await draftTour(), await draftTour({ name: '' }), await draftTour()];
    await schedule({ tourId: ahead, publishAt: inAnHour() });
    await scheduleDue(failed);
    await untilFailed(failed);
    const query = 'query ($is: Boolean) { tours(projectId: 1, first: 100, filter: { hasScheduledPublish: $is }) { nodes { uuid } } }';
    const found = async (is: boolean | null) =>
      (await gateway.graphql(query, { is })).tours.nodes.map(({ uuid }: { uuid: string }) => uuid);
    expect(await found(true)).toContain(ahead);
    for (const id of [failed, never]) expect(await found(true)).not.toContain(id);
    expect(await found(false)).toEqual(expect.arrayContaining([failed, never]));
    expect(await found(null)).toEqual(expect.arrayContaining([ahead, failed, never]));
  });
});
