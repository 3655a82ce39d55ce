import { readSteps } from '../domain/tour/content.ts';
import { UUID } from '../domain/uuid.ts';
import { isObject, type JsonObject } from '../json/json-object.ts';
import type { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';
import { SurveyRef } from './survey.ts';

/** Content as stored: odd values in it are never a failure on read, a typed field is then null. */
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const object = (value: unknown): JsonObject | null => (isObject(value) ? value : null);
const texts = (value: unknown): string[] | null => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null);
const oneOf = <T extends string>(values: readonly T[], value: unknown): T | null =>
  values.find((known) => known.toLowerCase() === value) ?? null;

const DISPLAY_FREQUENCIES = ['ALWAYS', 'SHOW_ONCE', 'UNTIL_INTERACTED'] as const;
const ELEMENT_TARGETINGS = ['MANUAL', 'AUTO'] as const;

const TourDisplayFrequency = builder.enumType('TourDisplayFrequency', {
  description: 'How often one person sees the tour.',
  values: {
    ALWAYS: { description: 'Whenever its conditions hold.' },
    SHOW_ONCE: { description: 'Never again once it was shown.' },
    UNTIL_INTERACTED: { description: 'Until it was completed or dismissed.' },
  } as const,
});

const ElementTargeting = builder.enumType('ElementTargeting', {
  description: 'How a step finds its element.',
  values: {
    MANUAL: { description: 'By the CSS selector in `selector`.' },
    AUTO: { description: 'By what the toolbar learned about the element (`inferenceData`).' },
  } as const,
});

const SeenTourWaitPeriod = builder.objectRef<JsonObject>('SeenTourWaitPeriod').implement({
  description: 'Keeps a tour from people who have seen another one lately.',
  fields: (t) => ({
    days: t.float({ nullable: true, resolve: ({ days }) => number(days) }),
    types: t.stringList({
      description: 'The types of tour that count: `tour`, `announcement`, `banner`.',
      resolve: ({ types }) => texts(types) ?? [],
    }),
  }),
});

const TourConditions = builder.objectRef<JsonObject>('TourConditions').implement({
  description: 'When a browser shows the tour.',
  fields: (t) => ({
    url: t.string({ nullable: true, resolve: ({ url }) => text(url) }),
    urlMatchType: t.string({
      nullable: true,
      description: '`exact`, `is_not`, `icontains` (the default), `not_icontains`, `regex` or `not_regex`.',
      resolve: ({ urlMatchType }) => text(urlMatchType),
    }),
    selector: t.string({
      nullable: true,
      description: 'Clicking this element starts the tour.',
      resolve: ({ selector }) => text(selector),
    }),
    autoShowDelaySeconds: t.float({ nullable: true, resolve: ({ autoShowDelaySeconds }) => number(autoShowDelaySeconds) }),
    deviceTypes: t.stringList({ nullable: true, resolve: ({ deviceTypes }) => texts(deviceTypes) }),
    linkedFlagVariant: t.string({
      nullable: true,
      description: 'The variant of the linked flag that is needed; `any` for any.',
      resolve: ({ linkedFlagVariant }) => text(linkedFlagVariant),
    }),
    seenTourWaitPeriod: t.field({
      type: SeenTourWaitPeriod,
      nullable: true,
      resolve: ({ seenTourWaitPeriod }) => object(seenTourWaitPeriod),
    }),
    events: t.field({ type: 'JSON', nullable: true, description: 'Events that start the tour.', resolve: ({ events }) => events ?? null }),
    actions: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Actions that start the tour.',
      resolve: ({ actions }) => actions ?? null,
    }),
    cancelEvents: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Events that call off a tour that waits.',
      resolve: ({ cancelEvents }) => cancelEvents ?? null,
    }),
    raw: t.field({ type: 'JSON', description: 'The conditions as stored.', resolve: (conditions) => conditions }),
  }),
});

const TourStep = builder.objectRef<JsonObject>('TourStep').implement({
  description: 'One step. A key that is missing or odd is null here and stays as it is in `raw`.',
  fields: (t) => ({
    stepId: t.string({
      nullable: true,
      description: 'The `id` of the step in `raw`, which the editor chose. Unique within the tour only. A number is returned as text.',
      resolve: ({ id }) => text(id) ?? (number(id) === null ? null : String(id)),
    }),
    type: t.string({ nullable: true, description: '`modal`, `survey` or `banner`.', resolve: ({ type }) => text(type) }),
    elementTargeting: t.field({
      type: ElementTargeting,
      nullable: true,
      description: 'Null: the step is not tied to an element.',
      resolve: ({ elementTargeting }) => oneOf(ELEMENT_TARGETINGS, elementTargeting),
    }),
    selector: t.string({ nullable: true, resolve: ({ selector }) => text(selector) }),
    position: t.string({
      nullable: true,
      description: 'Where a modal stands, for example `middle_center`.',
      resolve: ({ modalPosition }) => text(modalPosition),
    }),
    content: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The rich text as a document tree.',
      resolve: ({ content }) => content ?? null,
    }),
    contentHtml: t.string({ nullable: true, description: 'The same as HTML.', resolve: ({ contentHtml }) => text(contentHtml) }),
    linkedSurvey: t.field({
      type: SurveyRef,
      nullable: true,
      description: 'The survey that this step asks.',
      resolve: async ({ linkedSurveyId }, _, { loaders, actor }) => {
        if (typeof linkedSurveyId !== 'string' || !UUID.test(linkedSurveyId)) return null;
        const survey = await loaders.survey.load(linkedSurveyId.toLowerCase());
        // The id is a client's: it may name a survey of somebody else's project.
        return survey && actor.projectIds.includes(survey.projectId) ? survey : null;
      },
    }),
    translations: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Texts by language code.',
      resolve: ({ translations }) => translations ?? null,
    }),
    raw: t.field({ type: 'JSON', description: 'The step as stored.', resolve: (step) => step }),
  }),
});

/** The typed view of a tour's content JSON. */
export const TourContent = builder.objectRef<RawJson>('TourContent').implement({
  description: 'What a tour shows and when. `raw` is the JSON as REST shows it; the other fields are views of it.',
  fields: (t) => ({
    raw: t.field({ type: 'JSON', description: 'The whole content: steps normalised, all else untouched.', resolve: (content) => content }),
    steps: t.field({ type: [TourStep], description: 'The steps, in order.', resolve: (content) => readSteps(content.value) }),
    conditions: t.field({ type: TourConditions, nullable: true, resolve: ({ value }) => object(object(value)?.conditions) }),
    appearance: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Colours, radii, fonts and overlay.',
      resolve: ({ value }) => object(value)?.appearance ?? null,
    }),
    displayFrequency: t.field({
      type: TourDisplayFrequency,
      nullable: true,
      description: 'Null: not set; a browser then takes UNTIL_INTERACTED.',
      resolve: ({ value }) => oneOf(DISPLAY_FREQUENCIES, object(value)?.displayFrequency),
    }),
  }),
});
