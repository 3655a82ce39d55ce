import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROUTES } from '../../src/rest/routes.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type RestTours, restTours } from '../support/rest-tours.ts';

/**
 * The commands that the public API reference prints, one to a line, each endpoint's for curl and then its for Python, in the order of the reference. What a
 * reader fills in is filled in here: the host, the project, the tour and the key.
 */
const SAMPLES = readFileSync(path.join(import.meta.dirname, '../data/reference-samples.txt'), 'utf8')
  .trim()
  .split('\n');

const CURL = SAMPLES.filter((sample) => sample.startsWith('curl '));
const PYTHON = SAMPLES.filter((sample) => sample.startsWith('requests.'));

const run = promisify(execFile);

let gateway: TestApp;
let tours: RestTours;

beforeAll(async () => {
  gateway = await startTestApp({ CONTENT_PROVIDER: 'template' });
  tours = restTours(gateway, gateway.projectId);
  await gateway.graphql('mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename ... on Error { message } } }', {
    input: { id: gateway.projectId, aiDataProcessingApproved: true },
  });
});
afterAll(() => gateway.stop());

interface Outcome {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as they came over the wire
  body: any;
}

/** Runs the line in a shell, as its reader does. */
async function runCurl(sample: string, tourId: string): Promise<Outcome> {
  const command = sample.replace('<ph_app_host>', gateway.url).replace(':project_id', String(gateway.projectId)).replace(':id', tourId);
  const env = { ...process.env, POSTHOG_PERSONAL_API_KEY: gateway.key };
  const { stdout } = await run('sh', ['-c', `${command} -s -w '\\n%{http_code}'`], { env });
  const end = stdout.lastIndexOf('\n');
  return { status: Number(stdout.slice(end + 1)), body: end === 0 ? null : JSON.parse(stdout.slice(0, end)) };
}

const CALL =
  /^requests\.(?<method>\w+)\("(?<url>[^"]+)"\.format\(.*?\), headers=\{"Authorization": "Bearer \{\}"\.format\(api_key\)\},(?: data=\{"(?<name>\w+)": "(?<value>\w+)"\})?\)(?:\.json\(\))?$/;

/** Sends what the library would: `data` is a form, and without it a body of no length goes with everything but GET. */
async function runPython(sample: string, tourId: string): Promise<Outcome> {
  const { method, url, name, value } = CALL.exec(sample)?.groups ?? {};
  if (!method || !url) throw new Error(`This is no call of the library: ${sample}`);
  const address = url
    .replace('<ph_app_host>', gateway.url)
    .replace('{project_id}', String(gateway.projectId))
    .replace('{product_tour_id}', tourId);
  const response = await fetch(address, {
    method: method.toUpperCase(),
    headers: { authorization: `Bearer ${gateway.key}`, accept: '*/*', 'user-agent': 'python-requests/2.32.3' },
    body: name === undefined ? null : new URLSearchParams({ [name]: value ?? '' }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** Runs a sample on a tour of its own with a draft, which is gone afterwards with all that the sample made: `string` is everybody's name. */
async function runAlone(sample: string, description: string): Promise<Outcome> {
  const { id } = await tours.create();
  await tours.draft(id, { description });
  const outcome = await (sample.startsWith('curl ') ? runCurl : runPython)(sample, id);
  const { body } = await tours.send('GET', '/');
  for (const tour of body.results) expect((await tours.send('DELETE', `/${tour.id}/`)).status).toBe(204);
  return outcome;
}

/** The line declares JSON, and sends a form. */
const NO_JSON = {
  status: 400,
  body: {
    type: 'invalid_request',
    code: 'parse_error',
    detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)',
    attr: null,
  },
};
const PAGE = { status: 200, body: { count: 1, next: null, previous: null, results: [{ has_draft: true }] } };
const NAMED = { name: 'string' };
const STATUS = { status: 200, body: { updated_at: expect.any(String), has_draft: true } };
const NO_STEPS = {
  status: 400,
  body: { type: 'validation_error', code: 'invalid_input', detail: 'Elements cannot be empty', attr: null },
};
const DRAFT = 'A draft';

/** What comes of them, in their order: contract sections 4 and 10. */
const OUTCOMES: [endpoint: string, curl: object, python: object][] = [
  ['list', PAGE, PAGE],
  ['create', NO_JSON, { status: 201, body: { ...NAMED, creation_context: 'app' } }],
  ['retrieve', { status: 200, body: { has_draft: true } }, { status: 200, body: { has_draft: true } }],
  ['partial_update', { status: 200, body: NAMED }, { status: 200, body: NAMED }],
  ['destroy', { status: 204, body: null }, { status: 204, body: null }],
  ['discard_draft', { status: 200, body: { has_draft: false } }, { status: 200, body: { has_draft: false, draft_content: null } }],
  [
    'draft',
    { status: 200, body: { has_draft: true, draft_content: { ...NAMED, description: DRAFT } } },
    { status: 200, body: { has_draft: true, draft_content: { ...NAMED, description: DRAFT } } },
  ],
  ['draft_status', STATUS, STATUS],
  ['generate', NO_JSON, NO_STEPS],
  ['publish_draft', NO_JSON, { status: 200, body: { ...NAMED, description: DRAFT, has_draft: false, draft_content: null } }],
];

it('are two for each of the ten endpoints', () => {
  expect(SAMPLES).toHaveLength(2 * ROUTES.length);
  expect(OUTCOMES.map(([endpoint]) => endpoint).sort()).toEqual(ROUTES.map(({ action }) => action).sort());
  expect([CURL.length, PYTHON.length]).toEqual([ROUTES.length, ROUTES.length]);
});

it.each(OUTCOMES.map(([endpoint, expected], index) => ({ endpoint, expected, sample: CURL[index] as string })))(
  'curl: $endpoint',
  async ({ expected, sample }) => {
    expect(await runAlone(sample, DRAFT)).toMatchObject(expected);
  },
);

it.each(OUTCOMES.map(([endpoint, , expected], index) => ({ endpoint, expected, sample: PYTHON[index] as string })))(
  'Python: $endpoint',
  async ({ expected, sample }) => {
    expect(await runAlone(sample, DRAFT)).toMatchObject(expected);
  },
);
