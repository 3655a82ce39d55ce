import { execFile } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { ROUTES } from '../../../src/rest/routes.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { findPython } from '../../support/python.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

/**
 * The commands that the public API reference prints, one to a line, each endpoint's for curl and then its for Python, in the order of the reference. What a
 * reader fills in is filled in here: the host, the project, the tour and the key.
 */
const SAMPLES = readFileSync(path.join(import.meta.dirname, '../../data/reference-samples.txt'), 'utf8')
  .trim()
  .split('\n');

const CURL = SAMPLES.filter((sample) => sample.startsWith('curl '));
const PYTHON = SAMPLES.filter((sample) => sample.startsWith('requests.'));

const run = promisify(execFile);

const it = gatewayTest({ CONTENT_PROVIDER: 'template' });
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  await gateway.graphql('mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename ... on Error { message } } }', {
    input: { id: gateway.projectId, aiDataProcessingApproved: true },
  });
});

/** What the gateway has been asked, with its answers. */
const exchanges: ServerResponse[] = [];
subscribe('http.server.request.start', (message) => exchanges.push((message as { response: ServerResponse }).response));

interface Outcome {
  /** Of the body that was sent. */
  type: string | undefined;
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as they came over the wire
  body: any;
}

/** Runs the line in a shell, as its reader does. @returns what it prints */
async function runCurl(sample: string, tourId: string): Promise<string> {
  const command = sample.replace('<ph_app_host>', gateway.url).replace(':project_id', String(gateway.projectId)).replace(':id', tourId);
  const { stdout } = await run('sh', ['-c', command], { env: { ...process.env, POSTHOG_PERSONAL_API_KEY: gateway.key } });
  return stdout;
}

/** Runs the line in a program that does nothing else. @returns what it makes of the answer, as JSON */
async function runPython(sample: string, tourId: string): Promise<string> {
  const program = [
    'import json',
    'import requests',
    `api_key = ${JSON.stringify(gateway.key)}`,
    `project_id = "${gateway.projectId}"`,
    `response = ${sample.replace('<ph_app_host>', gateway.url).replace('<the product tour id>', tourId)}`,
    'print(response.text if isinstance(response, requests.Response) else json.dumps(response), end="")',
  ];
  const { stdout } = await run(await findPython(), ['-c', program.join('\n')]);
  return stdout;
}

/** Runs a sample on a tour of its own with a draft, which is gone afterwards with all that the sample made: `string` is everybody's name. */
async function runAlone(sample: string, description: string): Promise<Outcome> {
  const { id } = await tours.create();
  await tours.draft(id, { description });
  exchanges.length = 0;
  const printed = await (sample.startsWith('curl ') ? runCurl : runPython)(sample, id);
  expect(exchanges).toHaveLength(1);
  const [exchange] = exchanges as [ServerResponse];
  const { headers } = exchange.req;
  expect(headers['user-agent']).toMatch(sample.startsWith('curl ') ? /^curl/ : /^python-requests/);
  const { body } = await tours.send('GET', '/');
  for (const tour of body.results) expect((await tours.send('DELETE', `/${tour.id}/`)).status).toBe(204);
  return { type: headers['content-type'], status: exchange.statusCode, body: printed === '' ? null : JSON.parse(printed) };
}

const FORM = 'application/x-www-form-urlencoded';

/** The line declares JSON, and sends a form. */
const NO_JSON = {
  type: 'application/json',
  status: 400,
  body: {
    type: 'invalid_request',
    code: 'parse_error',
    detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)',
    attr: null,
  },
};
const NO_STEPS = {
  type: FORM,
  status: 400,
  body: { type: 'validation_error', code: 'invalid_input', detail: 'Elements cannot be empty', attr: null },
};
const DRAFT = 'A draft';

/** Of a request that has no body. */
const plain = (status: number, body: object | null) => ({ type: undefined, status, body });
/** What the form says is in the answer. */
const named = (status: number, body: object = {}) => ({ type: FORM, status, body: { name: 'string', ...body } });

const LISTED = plain(200, { count: 1, next: null, previous: null, results: [{ has_draft: true }] });
const RETRIEVED = plain(200, { has_draft: true });
const DISCARDED = plain(200, { has_draft: false, draft_content: null });
const DRAFTED = { type: FORM, status: 200, body: { has_draft: true, draft_content: { name: 'string', description: DRAFT } } };
const STATUS = plain(200, { updated_at: expect.any(String), has_draft: true });

/** What comes of them, in their order: contract sections 4 and 10. */
const OUTCOMES: [endpoint: string, curl: object, python: object][] = [
  ['list', LISTED, LISTED],
  ['create', NO_JSON, named(201, { creation_context: 'app' })],
  ['retrieve', RETRIEVED, RETRIEVED],
  ['partial_update', named(200), named(200)],
  ['destroy', plain(204, null), plain(204, null)],
  ['discard_draft', DISCARDED, DISCARDED],
  ['draft', DRAFTED, DRAFTED],
  ['draft_status', STATUS, STATUS],
  ['generate', NO_JSON, NO_STEPS],
  ['publish_draft', NO_JSON, named(200, { description: DRAFT, has_draft: false, draft_content: null })],
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
