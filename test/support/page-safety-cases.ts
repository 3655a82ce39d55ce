/** A tour's content, and what the SDK does with it. */
export interface PageCase {
  /** What is special about it. */
  name: string;
  content: { steps: unknown[]; conditions?: object; appearance?: object };
  /** The JSON pointer to the value that is wrong, within the content. */
  at: string;
  /** CRASH: the SDK throws. */
  severity: 'CRASH' | 'ERROR' | 'WARNING';
  code: string;
  /** An event that the page captures, for cases that need one. */
  event?: { name: string; properties?: object };
}

/** A value of which JavaScript cannot make text. */
const TEXTLESS = { toString: 1 };

const MODAL = { id: 'one', type: 'modal', progressionTrigger: 'button', contentHtml: '<p>Hello</p>' };
const BANNER = { ...MODAL, type: 'banner', bannerConfig: { behavior: 'sticky' } };

type Row = [name: string, value: unknown, severity: PageCase['severity'], code: string, at?: string, event?: PageCase['event']];

/** Cases that differ in one value of the conditions. */
function ofConditions(key: string, rows: Row[], others: object = {}): PageCase[] {
  return rows.map(([name, value, severity, code, at = '', event]) => ({
    name: `${key}: ${name}`,
    content: { steps: [MODAL], conditions: { ...others, [key]: value } },
    at: `/conditions/${key}${at}`,
    severity,
    code,
    ...(event && { event }),
  }));
}

function ofAppearance(key: string, rows: Row[]): PageCase[] {
  return rows.map(([name, value, severity, code]) => ({
    name: `${key}: ${name}`,
    content: { steps: [MODAL], appearance: { [key]: value } },
    at: `/appearance/${key}`,
    severity,
    code,
  }));
}

/** Cases of a single step, which is `step` with other keys. */
function ofStep(step: object, rows: [name: string, keys: object, severity: PageCase['severity'], code: string, at: string][]): PageCase[] {
  return rows.map(([name, keys, severity, code, at]) => ({
    name: `step: ${name}`,
    content: { steps: [{ ...step, ...keys }] },
    at: `/steps/0${at}`,
    severity,
    code,
  }));
}

const manual = (selector: unknown) => ({ elementTargeting: 'manual', useManualSelector: true, selector });
const banner = (keys: object) => ({ bannerConfig: { behavior: 'custom', ...keys } });
const inferred = (data: unknown) => ({ elementTargeting: 'auto', inferenceData: data });
const autoData = (...selectors: unknown[]) =>
  JSON.stringify({ textGroups: [], notextGroups: [{ cardinality: 1, cssSelectors: selectors.map((css) => ({ css, offset: 0 })) }] });

const SELECTORS: PageCase[] = [
  ...ofConditions('selector', [
    ['an id that begins with a digit', '#0a', 'CRASH', 'invalid_selector'],
    ['an open bracket', 'div[', 'CRASH', 'invalid_selector'],
    ['white space', ' ', 'CRASH', 'invalid_selector'],
    ['a number', 5, 'CRASH', 'invalid_selector'],
    ['an object', {}, 'CRASH', 'invalid_selector'],
    ['a value without text', TEXTLESS, 'CRASH', 'invalid_selector'],
    ['a class that is not escaped', '.md:flex', 'CRASH', 'invalid_selector'],
  ]),
  ...ofStep(BANNER, [
    ['the container of a banner', banner({ selector: 'div[' }), 'CRASH', 'invalid_selector', '/bannerConfig/selector'],
    ['a container that is a number', banner({ selector: 5 }), 'CRASH', 'invalid_selector', '/bannerConfig/selector'],
  ]),
  ...ofStep(MODAL, [
    ['the selector of an element', manual('#0a'), 'ERROR', 'invalid_selector', '/selector'],
    ['the selector of an element, white space', manual(' '), 'ERROR', 'invalid_selector', '/selector'],
    ['inference data that is text', inferred('x'), 'ERROR', 'invalid_input', '/inferenceData'],
    ['inference data without JSON', inferred({ autoData: '{' }), 'ERROR', 'invalid_input', '/inferenceData'],
    ['inference data without groups', inferred({ autoData: '{}' }), 'ERROR', 'invalid_input', '/inferenceData'],
    ['inference data of one bad selector', inferred({ autoData: autoData('#0') }), 'ERROR', 'invalid_input', '/inferenceData'],
    ['inference data, partly bad', inferred({ autoData: autoData('#0', '#a') }), 'WARNING', 'invalid_selector', '/inferenceData/autoData'],
    ['inference data with text that is none', inferred({ autoData: autoData('#a'), text: 5 }), 'ERROR', 'invalid_input', '/inferenceData'],
  ]),
];

const PLACES: PageCase[] = [
  ...ofConditions('url', [
    ['a number', 5, 'CRASH', 'invalid_url'],
    ['a list', ['/cart'], 'CRASH', 'invalid_url'],
    ['white space around it', ' /cart ', 'ERROR', 'invalid_url'],
    ['a line break at its end', '/cart\n', 'ERROR', 'invalid_url'],
    ['white space within', '/my cart', 'WARNING', 'invalid_url'],
    ['a letter that browsers encode', '/größe', 'WARNING', 'invalid_url'],
  ]),
  ...ofConditions('url', [['a number', 5, 'CRASH', 'invalid_url']], { urlMatchType: 'exact' }),
  ...ofConditions('url', [['a path alone', '/cart', 'WARNING', 'invalid_url']], { urlMatchType: 'exact' }),
  ...ofConditions('url', [['capitals in the host', 'https://Shop.example/cart', 'WARNING', 'invalid_url']], { urlMatchType: 'exact' }),
  ...ofConditions('url', [['a number', 5, 'ERROR', 'invalid_url']], { urlMatchType: 'is_not' }),
  ...ofConditions(
    'url',
    [
      ['an open group', '(', 'ERROR', 'invalid_pattern'],
      ['an open class', '[a', 'ERROR', 'invalid_pattern'],
      ['nothing to repeat', '*cart', 'ERROR', 'invalid_pattern'],
      ['flags of another language', '(?i)cart', 'ERROR', 'invalid_pattern'],
      ['far too long', 'a'.repeat(10_001), 'ERROR', 'invalid_pattern'],
      ['white space before it', ' ^https', 'ERROR', 'invalid_url'],
      ['a list', ['a'], 'ERROR', 'invalid_url'],
    ],
    { urlMatchType: 'regex' },
  ),
  ...ofConditions('url', [['an open group', '(', 'ERROR', 'invalid_pattern']], { urlMatchType: 'not_regex' }),
  ...ofConditions(
    'urlMatchType',
    [
      ['an unknown one', 'contains', 'CRASH', 'invalid_choice'],
      ['an object', {}, 'CRASH', 'invalid_choice'],
      ['one for numbers', 'gt', 'ERROR', 'invalid_choice'],
    ],
    { url: '/cart' },
  ),
  ...ofConditions('deviceTypes', [
    ['text', 'Mobile', 'CRASH', 'invalid_input'],
    ['an object', {}, 'CRASH', 'invalid_input'],
    ['a list with a number', ['Desktop', 5], 'CRASH', 'invalid_input', '/1'],
  ]),
  ...ofConditions('seenTourWaitPeriod', [
    ['text', '7', 'ERROR', 'invalid_input'],
    ['days that are no number', { days: 'many', types: ['tour'] }, 'ERROR', 'invalid_number', '/days'],
    ['negative days', { days: -1, types: ['tour'] }, 'ERROR', 'invalid_number', '/days'],
    ['types that are an object', { days: 7, types: {} }, 'CRASH', 'invalid_input', '/types'],
    ['types that are a number', { days: 7, types: 5 }, 'CRASH', 'invalid_input', '/types'],
    ['types that are text', { days: 7, types: 'tour' }, 'ERROR', 'invalid_input', '/types'],
    ['a type without text', { days: 7, types: [TEXTLESS] }, 'CRASH', 'invalid_input', '/types/0'],
  ]),
];

const filtered = (propertyFilters: unknown) => ({ values: [{ name: 'paid', propertyFilters }] });
const acting = (...steps: unknown[]) => ({ values: [{ id: 1, name: 'Pays', steps }] });
const PAID = { name: 'paid', properties: { method: 'card' } };

const TRIGGERS: PageCase[] = [
  ...ofConditions('events', [
    ['text', { values: 'paid' }, 'CRASH', 'invalid_input', '/values'],
    ['an object', { values: {} }, 'ERROR', 'invalid_input', '/values'],
    ['null before the event', { values: [null, { name: 'paid' }] }, 'CRASH', 'invalid_input', '/values/0', PAID],
    ['an event without a name', { values: [{}] }, 'ERROR', 'invalid_input', '/values/0'],
    ['filters in a list', filtered([{ key: 'method', values: ['card'] }]), 'ERROR', 'invalid_input', '/values/0/propertyFilters', PAID],
    ['a filter that is null', filtered({ method: null }), 'CRASH', 'invalid_input', '/values/0/propertyFilters/method', PAID],
    [
      'an operator of flags',
      filtered({ method: { operator: 'is_set', values: [] } }),
      'ERROR',
      'invalid_choice',
      '/values/0/propertyFilters/method/operator',
      PAID,
    ],
    [
      'values that are text',
      filtered({ method: { operator: 'exact', values: 'card' } }),
      'CRASH',
      'invalid_input',
      '/values/0/propertyFilters/method/values',
      PAID,
    ],
    [
      'a pattern that does not compile',
      filtered({ method: { operator: 'regex', values: ['('] } }),
      'ERROR',
      'invalid_pattern',
      '/values/0/propertyFilters/method/values/0',
      PAID,
    ],
    [
      'a comparison with a word',
      filtered({ method: { operator: 'gt', values: ['many'] } }),
      'ERROR',
      'invalid_number',
      '/values/0/propertyFilters/method/values/0',
      PAID,
    ],
  ]),
  ...ofConditions('cancelEvents', [['an object', { values: {} }, 'CRASH', 'invalid_input', '/values']], {
    events: { values: [{ name: 'paid' }] },
  }),
  ...ofConditions('actions', [
    ['text', { values: 'paid' }, 'CRASH', 'invalid_input', '/values'],
    ['null', { values: [null] }, 'CRASH', 'invalid_input', '/values/0'],
    ['steps that are an object', { values: [{ name: 'Pays', steps: {} }] }, 'CRASH', 'invalid_input', '/values/0/steps'],
    ['no steps', { values: [{ name: 'Pays' }] }, 'ERROR', 'invalid_input', '/values/0/steps'],
    ['an address that is a number', acting({ event: 'paid', url: 5 }), 'CRASH', 'invalid_input', '/values/0/steps/0/url', PAID],
    [
      'an address that does not compile',
      acting({ event: 'paid', url: '(', url_matching: 'regex' }),
      'ERROR',
      'invalid_pattern',
      '/values/0/steps/0/url',
      PAID,
    ],
    [
      'an unknown way to match',
      acting({ event: 'paid', url: 'a', url_matching: 'like' }),
      'ERROR',
      'invalid_choice',
      '/values/0/steps/0/url_matching',
      PAID,
    ],
    ['a selector', acting({ event: '$autocapture', selector: '#0a' }), 'ERROR', 'invalid_selector', '/values/0/steps/0/selector'],
    [
      'properties that are an object',
      acting({ event: 'paid', properties: {} }),
      'CRASH',
      'invalid_input',
      '/values/0/steps/0/properties',
      PAID,
    ],
    [
      'a property that is null',
      acting({ event: 'paid', properties: [null] }),
      'CRASH',
      'invalid_input',
      '/values/0/steps/0/properties/0',
      PAID,
    ],
  ]),
];

const LOOKS: PageCase[] = [
  ...ofConditions('autoShowDelaySeconds', [
    ['a word', 'soon', 'ERROR', 'invalid_number'],
    ['negative', -1, 'ERROR', 'invalid_number'],
    ['longer than timers go', 3_000_000, 'ERROR', 'invalid_number'],
    ['an object', {}, 'ERROR', 'invalid_number'],
    ['a value without text', TEXTLESS, 'CRASH', 'invalid_number'],
  ]),
  ...ofAppearance('textColor', [
    ['null', null, 'CRASH', 'invalid_color'],
    ['a number', 0, 'CRASH', 'invalid_color'],
  ]),
  ...ofAppearance('backgroundColor', [
    ['null', null, 'CRASH', 'invalid_color'],
    ['a list', [255, 255, 255], 'CRASH', 'invalid_color'],
    ['a name that objects have', 'constructor', 'CRASH', 'invalid_color'],
  ]),
  ...ofAppearance('buttonColor', [['an object', { r: 1 }, 'CRASH', 'invalid_color']]),
  ...ofAppearance('borderColor', [['a value without text', TEXTLESS, 'CRASH', 'invalid_input']]),
  ...ofAppearance('zIndex', [
    ['a word', 'top', 'ERROR', 'invalid_number'],
    ['a fraction', 1.5, 'ERROR', 'invalid_number'],
  ]),
  ...ofAppearance('borderRadius', [['with a unit', '8px', 'ERROR', 'invalid_number']]),
  ...ofStep(MODAL, [
    ['a width with a unit', { maxWidth: '300px' }, 'ERROR', 'invalid_number', '/maxWidth'],
    ['a negative width', { maxWidth: -300 }, 'ERROR', 'invalid_number', '/maxWidth'],
    ['a width without text', { maxWidth: TEXTLESS }, 'CRASH', 'invalid_number', '/maxWidth'],
    [
      'a link without text',
      { buttons: { primary: { text: 'Go', action: 'link', link: TEXTLESS } } },
      'CRASH',
      'invalid_url',
      '/buttons/primary/link',
    ],
    ['parts that are text', { content: { type: 'doc', content: 'Hello' } }, 'CRASH', 'invalid_input', '/content/content'],
    ['a part that is null', { content: { type: 'doc', content: [null] } }, 'CRASH', 'invalid_input', '/content/content/0'],
    [
      'a part deep inside that is null',
      { content: { type: 'doc', content: [{ type: 'paragraph', content: [null] }] } },
      'CRASH',
      'invalid_input',
      '/content/content/0/content/0',
    ],
    [
      'marks that are an object',
      { contentHtml: '', content: { type: 'text', text: 'a', marks: {} } },
      'CRASH',
      'invalid_input',
      '/content/marks',
    ],
    [
      'a translation with parts that are text',
      { translations: { en: { contentHtml: '', content: { type: 'doc', content: 'x' } } } },
      'CRASH',
      'invalid_input',
      '/translations/en/content/content',
    ],
  ]),
  ...ofStep(BANNER, [
    [
      'the duration of an animation',
      banner({ behavior: 'sticky', animation: { duration: 'slow' } }),
      'ERROR',
      'invalid_number',
      '/bannerConfig/animation/duration',
    ],
    [
      'a duration without text',
      banner({ behavior: 'sticky', animation: { duration: TEXTLESS } }),
      'CRASH',
      'invalid_number',
      '/bannerConfig/animation/duration',
    ],
    [
      'the link of a banner',
      banner({ behavior: 'sticky', action: { type: 'link', link: TEXTLESS } }),
      'CRASH',
      'invalid_url',
      '/bannerConfig/action/link',
    ],
  ]),
];

/** The second step of two is wrong: the tour shows, and breaks when the visitor goes on. */
const LATER: PageCase = {
  name: 'the banner of a second step',
  content: { steps: [MODAL, { ...BANNER, id: 'two', bannerConfig: { behavior: 'custom', selector: '#0a' } }] },
  at: '/steps/1/bannerConfig/selector',
  severity: 'CRASH',
  code: 'invalid_selector',
};

/** Contents with one problem each. */
export const PAGE_CASES: readonly PageCase[] = [...SELECTORS, ...PLACES, ...TRIGGERS, ...LOOKS, LATER];

const EVERYTHING = {
  steps: [
    {
      ...MODAL,
      maxWidth: 300,
      content: {
        type: 'doc',
        content: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }] }] }],
      },
      buttons: { primary: { text: 'Go', action: 'link', link: 'https://shop.example' } },
      translations: { en: { content: null, contentHtml: '<p>Hi</p>' }, de: null },
    },
    { ...MODAL, id: 'two', ...manual('.md\\:flex > :is(.a, .b):not([data-x="y"])'), maxWidth: '300' },
    { ...MODAL, id: 'three', ...inferred({ autoData: autoData('#buy'), precision: 0.5 }) },
    { ...BANNER, id: 'four', bannerConfig: { behavior: 'sticky', selector: '#0 is not used', animation: { duration: 300 } } },
  ],
  conditions: {
    url: 'https://shop.example/',
    urlMatchType: 'exact',
    selector: '#buy',
    autoShowDelaySeconds: 3,
    deviceTypes: ['Desktop'],
    seenTourWaitPeriod: { days: 7, types: ['tour'] },
    events: { values: [{ name: 'paid', propertyFilters: { method: { operator: 'regex', values: ['^c'] } } }] },
    cancelEvents: { values: [] },
    actions: { values: [{ id: 1, name: 'Pays', steps: [{ event: 'paid', url: '/cart', properties: [{ key: 'a', value: 'b' }] }] }] },
    linkedFlagVariant: 'any',
  },
  appearance: {
    backgroundColor: 'no color at all',
    textColor: '#000',
    zIndex: 5,
    borderRadius: 8,
    whiteLabel: true,
    dismissOnClickOutside: false,
  },
};

/** Contents without a problem. */
export const SAFE_CONTENTS: readonly PageCase['content'][] = [
  EVERYTHING,
  { steps: [] },
  {
    steps: [MODAL],
    conditions: { selector: '', url: '', events: null, actions: { values: [] }, deviceTypes: [], seenTourWaitPeriod: null },
  },
  { steps: [{ ...MODAL, content: 'plain text', contentHtml: '' }], conditions: { url: '^https://(?i:shop)', urlMatchType: 'regex' } },
  { steps: [{ ...MODAL, type: 'survey', survey: { type: 'open', questionText: '?' }, ...manual('#0 is not used') }] },
  { steps: [{ ...MODAL, ...manual('') }], conditions: { url: '/cart', urlMatchType: 'not_icontains' } },
  { steps: [MODAL], conditions: { selector: 'a[href="unclosed' } },
];
