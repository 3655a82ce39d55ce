import { z } from 'zod';
import { BannerConfig } from './banner.ts';
import { Buttons } from './button.ts';
import { choice, level, nullable, optional, required } from './define.ts';
import { ELEMENT_KEYS } from './element.ts';
import { RichText } from './rich-text.ts';
import { SurveyQuestion } from './survey.ts';
import { StepTranslation } from './translation.ts';

/** The keys of every step. */
const COMMON_KEYS = {
  id: required(
    z.string(),
    'Id',
    'Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change.',
    { examples: ['welcome'] },
  ),
  progressionTrigger: optional(
    choice('TourProgressionTrigger', 'What shows the next step.', {
      button: 'A click on a button of the step.',
      click: 'A click on the element of the step.',
    }),
    'Progression trigger',
    'What shows the next step.',
    { examples: ['button'] },
  ),
  content: nullable(
    RichText,
    'Content',
    'The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it.',
  ),
  contentHtml: nullable(
    z.string(),
    'HTML',
    'The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it.',
    {
      examples: ['<h1>Welcome</h1><p>It takes two minutes.</p>'],
    },
  ),
  translations: nullable(
    z.record(z.string(), StepTranslation),
    'Translations',
    'The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content.',
  ),
  linkedSurveyId: nullable(
    z.string(),
    'Survey id',
    'The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step.',
  ),
  linkedSurveyQuestionId: nullable(z.string(), 'Question id', 'The id of the question in that survey. Set by the gateway.'),
};

/** The keys of a step that is drawn as a box. */
const BOX_KEYS = {
  maxWidth: nullable(z.number().min(0), 'Width', 'The width of the box in pixels; never wider than the page.', { default: 320 }),
  modalPosition: nullable(
    choice('TourStepPosition', 'Where a box stands in the page.', {
      top_left: 'At the top left.',
      top_center: 'At the top.',
      top_right: 'At the top right.',
      middle_left: 'At the left.',
      middle_center: 'In the middle.',
      middle_right: 'At the right.',
      left: 'At the bottom left.',
      center: 'At the bottom.',
      right: 'At the bottom right.',
    }),
    'Position',
    'Where the box stands in the page. A step at an element ignores it.',
    { default: 'middle_center' },
  ),
};

const TOOLTIP_KEYS = {
  ...BOX_KEYS,
  ...ELEMENT_KEYS,
  buttons: nullable(
    Buttons,
    'Buttons',
    'The buttons of the step. Absent: `Next` or `Done`, and `Back` after the first step; a step at an element has them only if `progressionTrigger` is `button`.',
  ),
};

const TYPE = 'The type of the step.';

/** The types of step, each with its level. */
export const STEP_LEVELS = {
  modal: level('TourModalStep', 'Step', 'A box in the page, or a tooltip at an element. The usual step.', {
    type: optional(z.literal('modal'), 'Type', `${TYPE} A step without a type is a \`modal\` step.`, { default: 'modal' }),
    ...COMMON_KEYS,
    ...TOOLTIP_KEYS,
  }),
  survey: level('TourSurveyStep', 'Survey step', 'A question in a box. The gateway creates the survey that stores the answers.', {
    type: required(z.literal('survey'), 'Type', TYPE),
    ...COMMON_KEYS,
    survey: nullable(SurveyQuestion, 'Question', 'The question. A survey step without it cannot be shown.'),
    ...BOX_KEYS,
  }),
  banner: level('TourBannerStep', 'Banner step', 'A bar across the page. It is the only step of an announcement.', {
    type: required(z.literal('banner'), 'Type', TYPE),
    ...COMMON_KEYS,
    bannerConfig: nullable(
      BannerConfig,
      'Banner',
      'Where the banner stands and what a click on it does. Absent: a sticky banner without an action.',
    ),
  }),
  element: level(
    'TourElementStep',
    'Element step',
    'The former type of a tooltip at an element. Browsers draw it like a `modal` step; use `modal` with `elementTargeting`.',
    {
      type: required(z.literal('element'), 'Type', TYPE, { deprecated: true }),
      ...COMMON_KEYS,
      ...TOOLTIP_KEYS,
    },
  ),
};

export type StepType = keyof typeof STEP_LEVELS;

/** The values of a step's `type`. */
export const STEP_TYPES = Object.keys(STEP_LEVELS) as StepType[];

/** Of the level of each type, the keys that only other types have, with the names of those types. */
export const OTHER_STEP_TYPES: ReadonlyMap<z.ZodObject, ReadonlyMap<string, string>> = new Map(
  Object.values(STEP_LEVELS).map((level) => [level as z.ZodObject, otherKeys(level)]),
);

function otherKeys(level: z.ZodObject): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const type of STEP_TYPES) {
    if (type === 'element') continue;
    for (const key of Object.keys(STEP_LEVELS[type].shape)) {
      if (key in level.shape) continue;
      const others = owners.get(key);
      owners.set(key, `${others ? `${others} or ` : ''}\`${type}\``);
    }
  }
  return owners;
}

export const Step = z
  .discriminatedUnion('type', [STEP_LEVELS.modal, STEP_LEVELS.survey, STEP_LEVELS.banner, STEP_LEVELS.element])
  .meta({ id: 'TourStep', title: 'Step', description: 'One step. Its `type` decides which keys it has.' });
