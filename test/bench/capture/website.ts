import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ask } from '../ask.ts';
import { graphqlData } from '../canonical.ts';
import { AUTHORIZED } from '../gateway.ts';
import { type HttpRequest, jsonRequest } from '../http-client.ts';
import type { Server } from '../server.ts';

/** Of one visit: a tour of two steps up to the end. */
export const EVENTS_PER_BATCH = 8;

export interface Website {
  projectId: number;
  token: string;
  tourId: string;
}

/** A project of its own with a tour and so many flags, as a website with tours has them. */
export async function createWebsite(gateway: Server, flags: number): Promise<Website> {
  const run = async (query: string, input: object) =>
    graphqlData((await ask(gateway.url, jsonRequest('/graphql', { query, variables: { input } }, AUTHORIZED))).body);
  const { createProject } = (await run(
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { ... on CreateProjectSuccess { project { databaseId token } } } }',
    { name: 'A website' },
  )) as { createProject: { project: { databaseId: number; token: string } } };
  const { databaseId: projectId, token } = createProject.project;
  const { createTour } = (await run(
    'mutation ($input: CreateTourInput!) { createTour(input: $input) { ... on CreateTourSuccess { tour { uuid } } } }',
    { projectId, name: 'A tour', content: { steps: [{ id: 'step-0', type: 'modal', contentHtml: '<p>Hello</p>' }] } },
  )) as { createTour: { tour: { uuid: string } } };
  for (let n = 0; n < flags; n++) {
    await run('mutation ($input: CreateFeatureFlagInput!) { createFeatureFlag(input: $input) { __typename } }', {
      projectId,
      key: `flag-${n}`,
      filters: flagFilters(n),
    });
  }
  return { projectId, token, tourId: createTour.tour.uuid };
}

/** What a tour's own flag asks, with somebody's targeting: four conditions on what was seen, two on who it is. */
export function flagFilters(n: number): object {
  const unseen = ['shown', 'dismissed', 'completed'].map((what) => ({
    key: `$product_tour_${what}/${n}`,
    type: 'person',
    operator: 'is_not_set',
    value: 'is_not_set',
  }));
  const waited = { key: '$product_tour_last_seen_date/tour', type: 'person', operator: 'is_date_before', value: '7d' };
  const targeting = [
    { key: 'plan', type: 'person', operator: 'exact', value: ['pro', 'team'] },
    { key: 'email', type: 'person', operator: 'icontains', value: '@example.com' },
  ];
  return {
    groups: [
      { properties: [...unseen, waited, ...targeting], rollout_percentage: 50 },
      { properties: [...unseen, ...targeting], rollout_percentage: 90 },
    ],
  };
}

/** The batches of so many visits as the SDK sends them, compressed, each of a visitor who has not been there before. */
export function visits({ token, tourId }: Website, count: number, prefix: string): HttpRequest[] {
  return Array.from({ length: count }, (_, n) => ({
    path: '/i/v0/e/',
    headers: { 'content-type': 'text/plain' },
    body: gzipSync(JSON.stringify({ api_key: token, batch: visit(token, tourId, `${prefix}-${n}`), sent_at: new Date().toISOString() }), {
      level: 1,
    }),
  }));
}

function visit(token: string, tourId: string, visitor: string): object[] {
  const event = (name: string, properties: object = {}) => ({
    uuid: randomUUID(),
    event: name,
    properties: { ...STANDARD, token, distinct_id: visitor, $device_id: visitor, $product_tour_id: tourId, ...properties },
    timestamp: new Date().toISOString(),
  });
  const step = (kind: string, order: number) =>
    event(`product tour step ${kind}`, {
      $product_tour_step_id: `step-${order}`,
      $product_tour_step_order: order,
      $product_tour_step_type: 'modal',
    });
  const seen = (what: string) => event('$set', { $set: { [`$product_tour_${what}/${tourId}`]: true } });
  return [
    step('shown', 0),
    event('product tour shown', { $product_tour_name: 'A tour', $product_tour_iteration: 1, $product_tour_type: 'tour' }),
    seen('shown'),
    step('completed', 0),
    step('shown', 1),
    step('completed', 1),
    event('product tour completed', { $product_tour_steps_count: 2 }),
    seen('completed'),
  ];
}

/** What the SDK puts beside every event. */
const STANDARD = {
  $os: 'Mac OS X',
  $os_version: '10.15.7',
  $browser: 'Chrome',
  $browser_version: 131,
  $device_type: 'Desktop',
  $current_url: 'https://shop.example/account/invoices?page=2',
  $host: 'shop.example',
  $pathname: '/account/invoices',
  $raw_user_agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  $screen_height: 1117,
  $screen_width: 1728,
  $viewport_height: 992,
  $viewport_width: 1728,
  $lib: 'web',
  $lib_version: '1.449.2',
  $timezone: 'Europe/Berlin',
  $referrer: '$direct',
  $referring_domain: '$direct',
  $session_id: '0193a9c8-3f64-7c5a-8d1e-5b0e4a1f2c3d',
  $window_id: '0193a9c8-3f64-7c5a-8d1e-5b0e4a1f2c3e',
  $pageview_id: '0193a9c8-3f64-7c5a-8d1e-5b0e4a1f2c3f',
  $process_person_profile: true,
  $is_identified: true,
};
