import type { z } from 'zod';
import { Conditions } from '../domain/tour/content/conditions.ts';
import { STEP_LEVELS } from '../domain/tour/content/step.ts';
import { TourContent as ContentLevel } from '../domain/tour/content/tour-content.ts';
import { readSteps } from '../domain/tour/content.ts';
import { UUID } from '../domain/uuid.ts';
import { isObject, type JsonObject } from '../json/json-object.ts';
import type { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';
import { fieldsOf } from './content/field.ts';
import { contentFields } from './content/output-type.ts';
import { SurveyRef } from './survey.ts';

/** Content as stored: odd values in it are never a failure on read, a typed field is then null. */
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const object = (value: unknown): JsonObject | null => (isObject(value) ? value : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

const SeenTourWaitPeriod = builder.objectRef<JsonObject>('SeenTourWaitPeriod').implement({
  description: 'Keeps a tour from people who have seen another one lately.',
  fields: (t) => ({
    days: t.float({ nullable: true, resolve: ({ days }) => number(days) }),
    types: t.stringList({
      description: 'The types of tour that count: `tour`, `announcement`, `banner`.',
      resolve: ({ types }) => texts(types),
    }),
  }),
});

/** The fields of a level, except those that a type has in another form. */
const fieldsExcept = (level: z.ZodObject, names: readonly string[]) => fieldsOf(level).filter(({ name }) => !names.includes(name));

const TourConditions = builder.objectRef<JsonObject>('TourConditions').implement({
  description: 'When and where browsers show the tour.',
  fields: (t) => ({
    ...contentFields(t, fieldsExcept(Conditions, ['urlMatchType', 'seenTourWaitPeriod']), (conditions) => conditions),
    urlMatchType: t.string({
      nullable: true,
      description: '`exact`, `is_not`, `icontains` (the default), `not_icontains`, `regex` or `not_regex`.',
      resolve: ({ urlMatchType }) => text(urlMatchType),
    }),
    seenTourWaitPeriod: t.field({
      type: SeenTourWaitPeriod,
      nullable: true,
      resolve: ({ seenTourWaitPeriod }) => object(seenTourWaitPeriod),
    }),
    raw: t.field({ type: 'JSON', description: 'The conditions as stored.', resolve: (conditions) => conditions }),
  }),
});

/** Every key that a step of some type has. */
const STEP_FIELDS = [
  ...new Map(
    Object.values(STEP_LEVELS).flatMap((level) => fieldsExcept(level, ['stepId', 'position']).map((field) => [field.name, field])),
  ).values(),
];

const TourStep = builder.objectRef<JsonObject>('TourStep').implement({
  description: 'One step. A key that is missing or odd is null here and stays as it is in `raw`.',
  fields: (t) => ({
    stepId: t.string({
      nullable: true,
      description: 'The `id` of the step in `raw`, which the editor chose. Unique within the tour only. A number is returned as text.',
      resolve: ({ id }) => text(id) ?? (number(id) === null ? null : String(id)),
    }),
    type: t.string({ nullable: true, description: '`modal`, `survey` or `banner`.', resolve: ({ type }) => text(type) }),
    ...contentFields(t, STEP_FIELDS, (step) => step),
    position: t.string({
      nullable: true,
      description: 'Where a modal stands, for example `middle_center`.',
      resolve: ({ modalPosition }) => text(modalPosition),
    }),
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
    ...contentFields(t, fieldsExcept(ContentLevel, ['steps', 'conditions']), ({ value }) => object(value) ?? {}),
  }),
});
