import fc from 'fast-check';

export interface RandomRequest {
  method: string;
  /** Below the collection; ID stands for a tour that is there. */
  path: string;
  type: string;
  body: Uint8Array;
}

const FIELDS = [
  'name',
  'description',
  'linked_flag_id',
  'targeting_flag_filters',
  'content',
  'auto_launch',
  'start_date',
  'end_date',
  'archived',
  'creation_context',
  'personal_api_key',
  'title',
  'goal',
  'steps',
  'id',
  '__proto__',
];

/** Text with all that breaks careless code: NUL, half surrogate pairs, quotes, what looks like another type. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', ' ', 'null', 'true', '5', '2024-01-01', '{}', '[NaN]', 'a\0b', '\ud83d', "'; --", 'x'.repeat(401), '9'.repeat(30)),
);

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -1, 2 ** 31, 2 ** 63, 1e308));

const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));

const anything = fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) });

/** Mostly of the right shape, so that requests get past the first check. */
const likely = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: anything });

const step = fc.record(
  {
    id: likely(text),
    type: likely(fc.constantFrom('modal', 'element', 'survey', 'banner')),
    elementTargeting: likely(fc.constantFrom('manual', 'auto', null)),
    useManualSelector: likely(fc.boolean()),
    selector: likely(text),
    inferenceData: likely(fc.constantFrom({}, { text: 'a' })),
    survey: likely(
      fc.record({ type: likely(fc.constantFrom('open', 'rating')), questionText: anything, scale: anything }, { requiredKeys: [] }),
    ),
    linkedSurveyId: anything,
    linkedSurveyQuestionId: anything,
  },
  { requiredKeys: [] },
);

const waitTypes = fc.array(fc.constantFrom('tour', 'announcement', 'banner', 'other'), { maxLength: 5 });

const conditions = fc.record(
  {
    linkedFlagVariant: anything,
    seenTourWaitPeriod: likely(fc.record({ days: likely(number), types: likely(waitTypes) })),
    url: anything,
    actions: anything,
  },
  { requiredKeys: [] },
);

const content = fc.record(
  {
    type: likely(fc.constantFrom('tour', 'announcement')),
    steps: likely(fc.array(likely(step), { maxLength: 3 })),
    conditions: likely(conditions),
    displayFrequency: likely(fc.constantFrom('always', 'show_once')),
    other: anything,
  },
  { requiredKeys: [] },
);

/** Some that the gateway adds by itself. */
const key = fc.oneof(
  text,
  fc.constantFrom('email', '$product_tour_last_seen_date/tour', '$product_tour_shown/x', '$product_tour_completed/'),
);
const properties = likely(
  fc.array(likely(fc.record({ key: likely(key), operator: fc.constantFrom('exact', 'is_not_set'), value: anything })), { maxLength: 2 }),
);
const targeting = fc.record({
  groups: likely(fc.array(likely(fc.record({ properties, rollout_percentage: anything })), { maxLength: 3 })),
});

/** Content and targeting of a tour as a client may send them, mostly of the right shape. */
export const [arbitraryContent, arbitraryTargeting] = [content, likely(targeting)];

/** The fields of a tour under their names on the REST wire. */
export const arbitraryFields = fc.record(
  {
    name: likely(fc.uuid()),
    description: likely(text),
    linked_flag_id: likely(fc.constantFrom(null, 1)),
    targeting_flag_filters: likely(targeting),
    content: likely(content),
    auto_launch: likely(fc.boolean()),
    start_date: likely(fc.constantFrom(null, '2024-01-01', '2024-01-01T00:00:00.123456Z')),
    end_date: likely(fc.constantFrom(null, '2024-01-01')),
    archived: likely(fc.boolean()),
    creation_context: likely(fc.constantFrom('app', 'toolbar')),
  },
  { requiredKeys: [] },
);

const oddFields = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), text), anything, { maxKeys: 4 });

/** A number as JavaScript would not write it, where a field of any type stands. */
const oddNumber = fc
  .tuple(fc.constantFrom(...FIELDS), fc.constantFrom('5.0', '-0', '1e2', '1e16', '1e400', 'NaN', '-Infinity', '9'.repeat(500)))
  .map(([name, literal]) => `{"${name}": ${literal}}`);

const encode = (type: string, body: fc.Arbitrary<string | Uint8Array>) =>
  body.map((bytes) => ({ type, body: Buffer.from(bytes) as Uint8Array }));

const forms = fc
  .oneof(arbitraryFields, oddFields)
  .map((entries) =>
    Object.entries(entries).map(
      ([key, value]) => [key.toWellFormed(), typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)] as [string, string],
    ),
  );

const multipart = (entries: [string, string][]) =>
  `${entries.map(([key, value]) => `--b\r\nContent-Disposition: form-data; name="${key.replace(/["\r\n]/g, '')}"\r\n\r\n${value}\r\n`).join('')}--b--\r\n`;

const payload = fc.oneof(
  {
    weight: 6,
    arbitrary: encode(
      'application/json',
      arbitraryFields.map((value) => JSON.stringify(value)),
    ),
  },
  {
    weight: 2,
    arbitrary: encode(
      'application/json',
      oddFields.map((value) => JSON.stringify(value)),
    ),
  },
  {
    weight: 1,
    arbitrary: encode(
      'application/json',
      fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.stringify(value)),
    ),
  },
  { weight: 1, arbitrary: encode('application/json', oddNumber) },
  { weight: 1, arbitrary: encode('application/json', fc.string({ unit: 'binary' })) },
  {
    weight: 2,
    arbitrary: encode(
      'application/x-www-form-urlencoded',
      forms.map((entries) => String(new URLSearchParams(entries))),
    ),
  },
  { weight: 2, arbitrary: encode('multipart/form-data; boundary=b', forms.map(multipart)) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=b',
        'multipart/form-data',
        'application/json; charset=utf-16',
        'application/json; charset=latin-1',
        'application/x-www-form-urlencoded; charset=shift_jis',
        'text/plain',
        ';',
      ),
      body: fc.uint8Array({ maxLength: 200 }),
    }),
  },
);

const endpoint = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ['POST', '/'],
      ['PATCH', '/ID/'],
      ['PATCH', '/ID/draft/'],
      ['POST', '/ID/publish_draft/'],
      ['POST', '/ID/generate/'],
      ['DELETE', '/ID/discard_draft/'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ['DELETE', '/ID/'],
      ['GET', '/ID/'],
      ['GET', '/ID/draft_status/'],
      ['PUT', '/ID/'],
      ['POST', '/ID/'],
      ['DELETE', '/ID/draft/'],
      ['PATCH', '/'],
    ),
  },
  { weight: 1, arbitrary: text.map((id) => ['PATCH', `/${encodeURIComponent(id.toWellFormed())}/draft/`]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('limit', 'offset', 'search', 'format', 'token'), text)
      .map(([name, value]) => ['GET', `/?${new URLSearchParams([[name, value]])}`]),
  },
);

/** Requests of any kind about the tours of a project. */
export const arbitraryRequest: fc.Arbitrary<RandomRequest> = fc
  .tuple(endpoint, payload)
  .map(([[method = '', path = ''], { type, body }]) => ({ method, path, type, body: method === 'GET' ? new Uint8Array() : body }));
