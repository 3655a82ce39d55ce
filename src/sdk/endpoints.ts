import type { Parameter } from '../openapi/document.ts';
import { type JsonSchema, listSchema } from '../openapi/json-schema.ts';
import type { SdkAnswer } from './answer.ts';
import { CAPTURE_SCHEMA } from './capture-request.ts';
import { bodyTooLarge, cannotStore, invalidPayload, missingDistinctId, notFound, parseError, unknownToken } from './failure.ts';
import { FLAGS_SCHEMA } from './flag-answer.ts';
import { FLAG_REQUEST_SCHEMA } from './flag-request.ts';
import { CONFIG_SCHEMA } from './remote-config.ts';
import { TOURS_SCHEMA } from './tour-payload.ts';

/** One address of this door, as requests are matched with it and as its readers are told of it. */
export interface SdkEndpoint {
  /** With parameters in braces; `{file}` takes slashes too. A slash at the end makes no difference. */
  path: string;
  /** The method of the SDK. GET stands for HEAD too. */
  method: 'GET' | 'POST';
  /** Whether others do the same. */
  takesAnyMethod?: true;
  summary: string;
  about: string;
  query?: readonly Parameter[];
  body?: JsonSchema;
  /** The largest body, as it comes and once more when decompressed. */
  maxBytes?: number;
  /** The body of success, which is JSON where there is a schema of it. */
  answer: { schema: JsonSchema } | 'script';
  /** Whether an ETag comes with it, and 304 to those who name that again. */
  isTagged?: true;
  /** When it refuses, and the very answers. */
  refusals: readonly (readonly [when: string, answer: SdkAnswer])[];
}

const NO_TOKEN = ['There is no token', unknownToken(null)] as const;
const BAD_TOKEN = ['No project has the token', unknownToken('phc_…')] as const;
const BAD_JSON = ['The body cannot be read', parseError('Unexpected end of JSON input')] as const;

export const NO_PROJECT = notFound('Project not found.');
export const NO_FILE = notFound('There is no such file.');

const TOKEN: Parameter = {
  name: 'token',
  in: 'query',
  required: true,
  description: 'The project’s public token.',
  schema: { type: 'string' },
};

/** The largest question about flags: 1 MB. */
const MAX_QUESTION_BYTES = 1024 * 1024;

/** The largest request with events: 5 MB. */
export const MAX_CAPTURE_BYTES = 5 * 1024 * 1024;

const CAPTURE_ANSWER: JsonSchema = {
  type: 'object',
  properties: {
    status: { type: 'integer', description: '1: the request was accepted.' },
    quota_limited: {
      ...listSchema({ type: 'string', enum: ['events', 'person_properties', 'persons', 'tour_events'] }),
      description:
        'Absent: everything is stored. Otherwise the quotas of the project that are used up, for which events were left out. `persons`: events of persons who are not known. `person_properties`: a person has more properties than are kept; the newest and the small ones are. `tour_events`: events about tours; changes of known persons are stored all the same. `events`: events about tours, of persons who are not known; posthog-js then sends nothing for a minute. Send none of them again before the next hour.',
    },
  },
  required: ['status'],
};

const ENCODINGS = 'The body is JSON under any content type, gzip or not, or a form whose `data` is JSON or its base64.';

const CAPTURE = {
  method: 'POST',
  summary: 'Take events',
  about: `What happened on the website, answered once it is stored: what people did with tours and surveys, and what is known of people from then on. Other events are taken and not kept. An event about a tour that was sent twice is stored once, by its \`uuid\`, and changes its person once. ${ENCODINGS}`,
  body: CAPTURE_SCHEMA,
  maxBytes: MAX_CAPTURE_BYTES,
  answer: { schema: CAPTURE_ANSWER },
  refusals: [
    ['The body is too large', bodyTooLarge(MAX_CAPTURE_BYTES)],
    BAD_JSON,
    ['An event is none', invalidPayload('Event 0 has no name in "event".')],
    NO_TOKEN,
    BAD_TOKEN,
    ['Events cannot be stored at the moment', cannotStore()],
  ],
} as const satisfies Omit<SdkEndpoint, 'path'>;

/** What the unmodified SDK asks for: contract section 15. */
export const SDK_ENDPOINTS = {
  tours: {
    path: '/api/product_tours/',
    method: 'GET',
    takesAnyMethod: true,
    summary: 'The tours that browsers show',
    about:
      'Every tour of the project that is launched and not archived, with just what browsers need. Who sees which, and when, is decided by the flags and by the SDK. A publish shows within a second. The token may be called `api_key`, too; other methods take it in a form.',
    query: [TOKEN],
    answer: { schema: TOURS_SCHEMA },
    isTagged: true,
    refusals: [NO_TOKEN, BAD_TOKEN],
  },
  flags: {
    path: '/flags/',
    method: 'POST',
    summary: 'Decide the flags for one person',
    about: `Every flag of the project: the ones people made, and those that decide about tours. A flag for groups of persons, such as companies, is off: the gateway does not know them. A flag that cannot be evaluated for the person is reported as failed. ${ENCODINGS}`,
    body: FLAG_REQUEST_SCHEMA,
    maxBytes: MAX_QUESTION_BYTES,
    answer: { schema: FLAGS_SCHEMA },
    refusals: [
      ['The body is too large', bodyTooLarge(MAX_QUESTION_BYTES)],
      BAD_JSON,
      NO_TOKEN,
      BAD_TOKEN,
      ['Nobody is named', missingDistinctId()],
    ],
  },
  // Where the SDK sends events by default, where its configuration here sends it, and where libraries of other platforms send batches.
  capture: { ...CAPTURE, path: '/e/' },
  captureHere: { ...CAPTURE, path: '/i/v0/e/', summary: 'Take events where the settings send them' },
  captureBatch: { ...CAPTURE, path: '/batch/', summary: 'Take batches of events' },
  config: {
    path: '/array/{token}/config',
    method: 'GET',
    summary: 'The settings of the SDK',
    about: 'What the SDK reads before anything else. `productTours` says whether there is a tour to ask for.',
    answer: { schema: CONFIG_SCHEMA },
    isTagged: true,
    refusals: [['No project has the token', NO_PROJECT]],
  },
  configScript: {
    path: '/array/{token}/config.js',
    method: 'GET',
    summary: 'The same as a script',
    about: 'Stores the settings in `window._POSTHOG_REMOTE_CONFIG`, where the SDK looks first.',
    answer: 'script',
    isTagged: true,
    refusals: [['No project has the token', NO_PROJECT]],
  },
  static: {
    path: '/static/{file}',
    method: 'GET',
    summary: 'The scripts of the SDK',
    about:
      'The scripts of the posthog-js package as they are, for example `array.js`; after its version and a slash, for ever cacheable. Another version of the same major gets them too, and is to ask again. Nothing else of the package is served, source maps neither.',
    answer: 'script',
    isTagged: true,
    refusals: [['There is no such file', NO_FILE]],
  },
} satisfies Record<string, SdkEndpoint>;
