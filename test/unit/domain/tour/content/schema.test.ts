import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { BANNER_EXAMPLE, EXAMPLE } from '../../../../../src/domain/tour/content/example.ts';
import { contentSchema } from '../../../../../src/domain/tour/content/json-schema.ts';
import { SAMPLE_TOURS } from '../../../../support/tours.ts';

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; $defs?: Record<string, Schema> };

const schema = contentSchema(null) as Schema;

it('is a valid JSON Schema, by which the examples are valid content', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  expect(ajv.validateSchema(schema)).toBe(true);
  const validate = ajv.compile(schema);
  for (const example of [EXAMPLE, BANNER_EXAMPLE]) expect(validate(example) || validate.errors).toBe(true);
  expect(validate({ future: 1, steps: [{ id: 'a', future: 1 }] })).toBe(true);
  const refused = SAMPLE_TOURS.filter(({ content }) => !validate(content)).map(({ name }) => name);
  // A position and an operator that browsers do not know.
  expect(refused).toEqual(['Reports have filters now', 'How was onboarding?']);
  for (const content of [{ displayFrequency: 'once' }, { steps: [{ id: 1 }] }, { steps: [{ id: 'a', type: 'survey', survey: {} }] }]) {
    expect(validate(content)).toBe(false);
  }
});

it('has a title and a description for every level and every key, and allows unknown keys', () => {
  const levels = Object.entries({ TourContent: schema, ...schema.$defs }).filter(([name]) => name !== 'TourStep');
  let keys = 0;
  for (const [name, level] of levels) {
    expect(level, name).toMatchObject({
      title: expect.any(String),
      description: expect.stringMatching(/^[A-Z].*\.$/s),
      additionalProperties: true,
    });
    for (const [key, property] of Object.entries(level.properties ?? {})) {
      expect(property, `${name}.${key}`).toMatchObject({
        title: expect.stringMatching(/\w/),
        description: expect.stringMatching(/^[A-Z`]/),
      });
      keys += 1;
    }
  }
  expect(keys).toBeGreaterThan(100);
});

it('has the keys of the types of posthog-js', () => {
  const keysOf = (name: string) => Object.keys(schema.$defs?.[name]?.properties ?? {});
  expect(keysOf('TourConditions')).toEqual(
    expect.arrayContaining([
      'url',
      'urlMatchType',
      'selector',
      'autoShowDelaySeconds',
      'events',
      'cancelEvents',
      'actions',
      'linkedFlagVariant',
      'deviceTypes',
      'seenTourWaitPeriod',
    ]),
  );
  expect(keysOf('TourAppearance')).toHaveLength(12);
  expect(keysOf('TourButton')).toEqual(['text', 'action', 'link', 'tourId']);
  expect(keysOf('TourBannerConfig')).toEqual(['behavior', 'selector', 'action', 'animation']);
  expect(keysOf('TourStepTranslation')).toEqual(['content', 'contentHtml', 'buttons', 'survey']);
});
