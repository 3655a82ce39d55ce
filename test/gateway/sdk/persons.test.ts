import { beforeAll, describe, expect } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { browserEvent, browserOf, sendEvents } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { restTours } from '../../support/rest-tours.ts';
import { askFlags, LAUNCHED } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let count = 0;

it.beforeAll(({ gateway: started }) => {
  app = started;
});

/** No tour has it. */
const STRANGER = '11111111-1111-4111-8111-111111111111';

/** Names that no other test has. */
const someone = () => ({ name: `name-${++count}`, anonymous: `anonymous-${count}` });
const browser = (distinctId: string) => browserOf(app, distinctId);

interface PersonRow {
  id: number;
  isIdentified: boolean;
  properties: Record<string, unknown>;
}

async function person(distinctId: string, projectId = app.projectId): Promise<PersonRow | undefined> {
  const rows = await app.app.db.sql.query<PersonRow>(
    `SELECT p.id, p.is_identified AS "isIdentified", p.properties FROM person_distinct_ids d JOIN persons p ON p.id = d.person_id
     WHERE d.project_id = $1 AND d.distinct_id = $2`,
    [projectId, distinctId],
  );
  return JSON.parse(JSON.stringify(rows))[0];
}
const properties = async (distinctId: string) => (await person(distinctId))?.properties;

describe('a person', () => {
  it('is told by what is set, set once and unset, in the order in which it was told', async () => {
    const { name } = someone();
    const ada = browser(name);
    await ada.set({ plan: 'free', seats: 1 });
    await ada.setOnce({ plan: 'never', source: 'advert' });
    await ada.set({ plan: 'pro' });
    await ada.unset(['seats']);
    expect(await properties(name)).toEqual({ plan: 'pro', source: 'advert' });
  });

  it('takes changes of one batch in their order, beside the event and in its properties', async () => {
    const { name } = someone();
    const event = (set: object, more: object = {}) => browserEvent(app.token, '$set', name, set as Record<string, unknown>, { ...more });
    await sendEvents(app.url, app.token, [
      event({ $set: { a: 1, b: 1, c: 1 }, $set_once: { d: 1 } }, { $set: { b: 2 }, $set_once: { e: 1 } }),
      event({ $unset: ['a'] }, { $unset: ['d'] }),
      event({ $set_once: { a: 3, c: 3, d: 3 } }),
      event({ $unset: { e: true } }),
    ]);
    expect(await properties(name)).toEqual({ a: 3, b: 2, c: 1, d: 3 });
  });

  it('belongs to one project', async () => {
    const { name } = someone();
    const projectId = await newProject(app.graphql);
    const { project } = await app.graphql(`{ project(id: ${projectId}) { token } }`);
    await browser(name).set({ where: 'here' });
    await browserOf({ url: app.url, token: project.token }, name).set({ where: 'there' });
    expect(await properties(name)).toEqual({ where: 'here' });
    expect((await person(name, projectId))?.properties).toEqual({ where: 'there' });
  });

  it('is not made by events that tell nothing of it, nor by those of groups', async () => {
    const { name } = someone();
    await browser(name).tell('$pageview');
    await browser(name).tell('$groupidentify', { $group_set: { a: 1 } }, { $set: { a: 1 }, $set_once: { b: 1 } });
    expect(await person(name)).toBeUndefined();
  });

  it('who asks for no profile is remembered for the tours that they have seen alone', async () => {
    const { anonymous } = someone();
    const set = { '$product_tour_shown/x': true, email: 'ada@example.com' };
    await browser(anonymous).tell('$set', { $process_person_profile: false, $set: set }, { $set_once: { $initial_referrer: 'x' } });
    expect(await person(anonymous)).toMatchObject({ isIdentified: false, properties: { '$product_tour_shown/x': true } });
  });

  it('does not grow beyond all bounds', async () => {
    const { name } = someone();
    const large = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`key ${n}`, String(n).repeat(4096)]));
    await browser(name).set({ small: 1 });
    for (let n = 0; n < 20; n++) await browser(name).set({ [`large ${n}`]: large });
    const kept = await properties(name);
    expect(kept?.small).toBe(1);
    expect(JSON.stringify(kept).length).toBeGreaterThan(100_000);
    const [row] = await app.app.db.sql.query<{ size: number }>(`SELECT max(length(properties::text)) AS size FROM persons`);
    expect(row?.size).toBeLessThan(2_000_000);
    await browser(name).unset(Array.from({ length: 20 }, (_, n) => `large ${n}`));
    expect(await properties(name)).toEqual({ small: 1 });
  });

  describe('with more properties than are kept', () => {
    /** About so many kilobytes; single texts are cut. */
    const filling = (kilobytes: number) => Array.from({ length: kilobytes / 4 }, (_, n) => String(n % 10).repeat(4096));
    const kept = async (id: string) => Object.keys((await properties(id)) ?? {}).sort();

    it('keeps what is new, and of the rest the small ones before the large', async () => {
      const { name } = someone();
      await browser(name).set({ plan: 'free', old: filling(100), older: filling(300) });
      await browser(name).set({ '$product_tour_shown/x': true, plan: 'pro', new: filling(200) });
      expect(await kept(name)).toEqual(['$product_tour_shown/x', 'new', 'old', 'plan']);
      expect((await properties(name))?.plan).toBe('pro');
    });

    it('keeps changes that make room, or take none', async () => {
      const { name } = someone();
      await browser(name).set({ a: filling(200), b: filling(300), seats: 1 });
      await browser(name).set({ seats: 2, b: filling(304) });
      await browser(name).tell('$set', { $set: { c: filling(200) }, $unset: ['a'] });
      expect(await kept(name)).toEqual(['b', 'c', 'seats']);
      expect(await properties(name)).toMatchObject({ seats: 2, b: filling(304) });
    });

    it('loses to something that fits nowhere nothing but that', async () => {
      const { name, anonymous } = someone();
      for (const id of [name, anonymous]) {
        if (id === name) await browser(id).set({ source: 'advert', old: filling(300) });
        await browser(id).set({ huge: filling(600), plan: 'pro' });
      }
      expect([await kept(name), await kept(anonymous)]).toEqual([['old', 'plan', 'source'], ['plan']]);
    });

    it.each([
      [300, 400],
      [400, 300],
    ])('keeps its own, of %d kB, before those of the anonymous person that it turns out to be, of %d', async (own, others) => {
      const { name, anonymous } = someone();
      await browser(name).set({ mine: filling(own), plan: 'pro' });
      await browser(anonymous).set({ plan: 'free', source: 'advert', theirs: filling(others) });
      await browser(anonymous).identify(name, { email: 'ada@example.com' });
      expect(await properties(name)).toEqual({ mine: filling(own), plan: 'pro', source: 'advert', email: 'ada@example.com' });
    });

    it('keeps to the bounds with ever so many of them', async () => {
      const { name } = someone();
      const many = (prefix: string) => Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`${prefix} ${n}`, n]));
      await browser(name).set(many('old'));
      await browser(name).set({ plan: 'pro', ...many('new') });
      const found = await kept(name);
      expect(found).toContain('plan');
      expect(found.length).toBeGreaterThan(10_000);
      expect(found.length).toBeLessThan(30_001);
    });
  });
});

describe('an event about a tour that is sent again', () => {
  let tourId: string;
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const SEEN = '$product_tour_last_seen_date/tour';
  const shown = (name: string, $set: object, more: object = {}) =>
    browserEvent(app.token, 'product tour shown', name, { $product_tour_id: tourId }, { $set, ...more });

  beforeAll(async () => {
    const conditions = { seenTourWaitPeriod: { days: 7, types: ['tour'] } };
    tourId = (await restTours(app, app.projectId).create({ ...LAUNCHED, content: { ...LAUNCHED.content, conditions } })).id;
  });

  it('changes its person the first time alone', async () => {
    const { name } = someone();
    const [old, now] = [shown(name, { [SEEN]: daysAgo(10) }), shown(name, { [SEEN]: daysAgo(0) })];
    const { internal_targeting_flag } = await restTours(app, app.projectId).read(tourId);
    const isOn = async () =>
      (await askFlags(app.url, { token: app.token, distinct_id: name })).body.flags[internal_targeting_flag.key]?.enabled;
    const seen: unknown[] = [];
    for (const event of [old, now, old]) {
      await sendEvents(app.url, app.token, [event]);
      await expect.poll(isOn).toBeDefined();
      seen.push(await isOn());
    }
    expect(seen).toEqual([true, false, false]);
  });

  it('changes them once in one batch too, whatever it removes or sets once', async () => {
    const { name } = someone();
    const first = shown(name, { plan: 'free' }, { $set_once: { source: 'advert' }, $unset: ['seats'] });
    const later = shown(name, { plan: 'pro', seats: 1 }, { $unset: ['source'] });
    await sendEvents(app.url, app.token, [first, later, first]);
    expect(await properties(name)).toEqual({ plan: 'pro', seats: 1 });
    await sendEvents(app.url, app.token, [later, first]);
    expect(await properties(name)).toEqual({ plan: 'pro', seats: 1 });
  });

  it('leaves alone who it is about when it is another under the same id', async () => {
    const [ada, bob] = [someone(), someone()];
    const event = shown(ada.name, { plan: 'free' });
    await sendEvents(app.url, app.token, [event, { ...shown(bob.name, { plan: 'pro' }), uuid: event.uuid }]);
    expect([await properties(ada.name), await person(bob.name)]).toEqual([{ plan: 'free' }, undefined]);
  });

  it('changes them each time when it is about no tour of the project, and is not stored, as far as nothing newer has', async () => {
    const { name } = someone();
    const strange = ($set: object, minutesAgo: number) => {
      const timestamp = new Date(Date.now() - minutesAgo * 60_000).toISOString();
      return browserEvent(app.token, 'product tour shown', name, { $product_tour_id: STRANGER }, { $set, timestamp });
    };
    const [first, later] = [strange({ plan: 'free', seats: 1 }, 2), strange({ plan: 'pro' }, 1)];
    await sendEvents(app.url, app.token, [first]);
    await app.app.db.sql.query(`UPDATE persons SET properties = properties - 'seats' WHERE id = $1`, [(await person(name))?.id]);
    for (const event of [later, first]) await sendEvents(app.url, app.token, [event]);
    expect(await properties(name)).toEqual({ plan: 'pro', seats: 1 });
  });
});

describe('identifying', () => {
  it('makes one person of the two, with the properties of both; what is known of the identified one goes before', async () => {
    const { name, anonymous } = someone();
    await browser(name).set({ plan: 'pro', seen: 'identified' });
    await browser(anonymous).set({ seen: 'anonymous', source: 'advert' });
    await browser(anonymous).identify(name, { email: 'ada@example.com' });
    const [one, other] = [await person(name), await person(anonymous)];
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      isIdentified: true,
      properties: { plan: 'pro', seen: 'identified', source: 'advert', email: 'ada@example.com' },
    });
  });

  it('lets a person who is new be the one who was anonymous', async () => {
    const { name, anonymous } = someone();
    await browser(anonymous).set({ source: 'advert' });
    const before = await person(anonymous);
    await browser(anonymous).identify(name);
    expect(await person(name)).toEqual({ ...before, isIdentified: true });
  });

  it('works where neither is known, and in one batch with what comes before and after', async () => {
    const { name, anonymous } = someone();
    const told = (event: string, distinctId: string, given: Record<string, unknown>) => browserEvent(app.token, event, distinctId, given);
    await sendEvents(app.url, app.token, [
      told('$set', name, { $set: { a: 'name' } }),
      told('$set', anonymous, { $set: { a: 'anonymous', b: 'anonymous' } }),
      told('$identify', name, { $anon_distinct_id: anonymous, $set: { c: 'identify' } }),
      told('$set', anonymous, { $set: { b: 'later' }, $unset: ['c'] }),
    ]);
    expect(await properties(name)).toEqual({ a: 'name', b: 'later' });
    expect(await person(anonymous)).toEqual(await person(name));
  });

  it('takes along every id that the anonymous person had', async () => {
    const [{ name, anonymous }, other] = [someone(), someone()];
    await browser(anonymous).set({ a: 1 });
    await app.app.db.sql.query(
      `INSERT INTO person_distinct_ids (project_id, distinct_id, person_id)
       SELECT project_id, $2, person_id FROM person_distinct_ids WHERE distinct_id = $1`,
      [anonymous, other.anonymous],
    );
    await browser(name).set({ b: 1 });
    await browser(anonymous).identify(name);
    expect(await properties(other.anonymous)).toEqual({ a: 1, b: 1 });
    const [row] = await app.app.db.sql.query<{ count: number }>(
      `SELECT count(*) AS count FROM persons p WHERE NOT EXISTS (SELECT 1 FROM person_distinct_ids d WHERE d.person_id = p.id)`,
    );
    expect(row?.count).toBe(0);
  });

  it('never makes one person of two who are both identified', async () => {
    const [ada, bob] = [someone(), someone()];
    await browser(ada.anonymous).identify(ada.name, { who: 'Ada' });
    await browser(ada.name).identify(bob.name, { who: 'Bob' });
    await browser(ada.anonymous).identify(bob.name);
    expect(await properties(ada.name)).toEqual({ who: 'Ada' });
    expect(await properties(bob.name)).toEqual({ who: 'Bob' });
    expect((await person(ada.anonymous))?.id).toBe((await person(ada.name))?.id);
  });

  it.each(['undefined', 'NULL', 'anonymous', '[object Object]', '0'])('as %s, or from it, makes nobody one person', async (nobody) => {
    const [ada, bob] = [someone(), someone()];
    await browser(ada.anonymous).set({ who: 'Ada' });
    await browser(bob.anonymous).set({ who: 'Bob' });
    for (const { anonymous } of [ada, bob]) await browser(anonymous).identify(nobody);
    for (const { name } of [ada, bob]) await browser(nobody).identify(name);
    const ids = [ada.anonymous, bob.anonymous, ada.name, bob.name];
    expect(new Set(await Promise.all(ids.map(async (id) => (await person(id))?.id))).size).toBe(4);
  });

  it('under the id that one has had before makes a person of that id', async () => {
    const { name } = someone();
    for (let n = 0; n < 2; n++) await browser(name).identify(name, { a: 1 });
    expect(await person(name)).toMatchObject({ isIdentified: true, properties: { a: 1 } });
  });

  it('again changes nothing', async () => {
    const { name, anonymous } = someone();
    await browser(anonymous).set({ a: 1 });
    for (let n = 0; n < 3; n++) await browser(anonymous).identify(name, { b: 1 });
    expect(await properties(name)).toEqual({ a: 1, b: 1 });
  });
});

describe('flags for a person', () => {
  const SHOW_ONCE = { ...LAUNCHED, content: { ...LAUNCHED.content, displayFrequency: 'show_once' } };
  const enabled = async (key: string, question: object) =>
    (await askFlags(app.url, { token: app.token, ...question })).body.flags[key].enabled;

  async function tourWithFlag(): Promise<{ id: string; key: string }> {
    const tour = await restTours(app, app.projectId).create(SHOW_ONCE);
    const { key } = tour.internal_targeting_flag;
    await expect.poll(async () => (await askFlags(app.url, { token: app.token, distinct_id: 'x' })).body.flags[key]).toBeDefined();
    return { id: tour.id, key };
  }

  it('go by what any of their browsers has told', async () => {
    const { name } = someone();
    const { id, key } = await tourWithFlag();
    expect(await enabled(key, { distinct_id: name })).toBe(true);
    await browser(name).set({ [`$product_tour_shown/${id}`]: true });
    expect(await enabled(key, { distinct_id: name })).toBe(false);
    expect(await enabled(key, { distinct_id: someone().name })).toBe(true);
  });

  it('go by what was told before they were known, as soon as the browser says who they are and after', async () => {
    const { name, anonymous } = someone();
    const { id, key } = await tourWithFlag();
    await browser(anonymous).set({ [`$product_tour_shown/${id}`]: true });
    expect(await enabled(key, { distinct_id: name })).toBe(true);
    expect(await enabled(key, { distinct_id: name, $anon_distinct_id: anonymous })).toBe(false);
    await browser(anonymous).identify(name);
    expect(await enabled(key, { distinct_id: name })).toBe(false);
  });

  it('do not go by what somebody else told in the same browser', async () => {
    const [ada, bob] = [someone(), someone()];
    const { id, key } = await tourWithFlag();
    await browser(ada.anonymous).identify(ada.name, { [`$product_tour_shown/${id}`]: true });
    expect(await enabled(key, { distinct_id: bob.name, $anon_distinct_id: ada.anonymous })).toBe(true);
  });

  it.each(['anonymous', 'undefined', 'GUEST'])('take nobody for %s, whom no person ever becomes', async (nobody) => {
    const { name } = someone();
    const { id, key } = await tourWithFlag();
    await browser(nobody).set({ [`$product_tour_shown/${id}`]: true });
    expect(await enabled(key, { distinct_id: name, $anon_distinct_id: nobody })).toBe(true);
    await browser(name).set({ [`$product_tour_shown/${id}`]: true });
    const other = await tourWithFlag();
    await browser(name).set({ [`$product_tour_shown/${other.id}`]: true });
    expect(await enabled(other.key, { distinct_id: nobody, $anon_distinct_id: name })).toBe(true);
  });

  it('go by the request where it says otherwise', async () => {
    const { name } = someone();
    const { createFeatureFlag } = await app.graphql(
      `mutation ($input: CreateFeatureFlagInput!) { createFeatureFlag(input: $input) { __typename ... on Error { message } } }`,
      {
        input: {
          projectId: app.projectId,
          key: 'for-pros',
          filters: { groups: [{ properties: [{ key: 'plan', value: 'pro', operator: 'exact', type: 'person' }] }] },
        },
      },
    );
    expect(createFeatureFlag.__typename).toBe('CreateFeatureFlagSuccess');
    await browser(name).set({ plan: 'pro' });
    await expect.poll(async () => (await askFlags(app.url, { token: app.token, distinct_id: name })).body.flags['for-pros']).toBeDefined();
    expect(await enabled('for-pros', { distinct_id: name })).toBe(true);
    expect(await enabled('for-pros', { distinct_id: name, person_properties: { plan: 'free' } })).toBe(false);
  });

  it('cost one statement, and none where the request tells all that they look at', async () => {
    const own = await startTestApp();
    const tour = await restTours(own, own.projectId).create(SHOW_ONCE);
    const key = `$product_tour_shown/${tour.id}`;
    const ask = (person_properties: object) => askFlags(own.url, { token: own.token, distinct_id: 'ada', person_properties });
    await expect.poll(async () => Object.keys((await ask({})).body.flags)).toHaveLength(1);
    /** The state of the project is asked for once a second at most; not counted is a round that met with that. */
    async function statements(properties: object): Promise<number> {
      const before = own.app.db.stats().queries;
      for (let n = 0; n < 10; n++) await ask(properties);
      return own.app.db.stats().queries - before;
    }
    await expect.poll(() => statements({})).toBe(10);
    await expect.poll(() => statements({ [key]: false })).toBe(0);
    await own.stop();
  });
});
