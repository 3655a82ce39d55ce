import { z } from 'zod';
import { choice, level, nullable, required } from './define.ts';

/** The texts of a question, which can be translated. */
const TEXTS = {
  lowerBoundLabel: nullable(z.string(), 'Lowest label', 'The label of the lowest rating.', { examples: ['Hard'] }),
  upperBoundLabel: nullable(z.string(), 'Highest label', 'The label of the highest rating.', { examples: ['Easy'] }),
  submitButtonText: nullable(z.string(), 'Submit button', 'The label of the button that sends an open answer.', { default: 'Submit' }),
  backButtonText: nullable(z.string(), 'Back button', 'The label of the button that shows the previous step.', { default: 'Back' }),
};

const QUESTION = ['Question', 'The question.'] as const;

/** What a question has where its step does not say otherwise. */
export const SURVEY_DEFAULTS = { type: 'open', display: 'emoji', scale: 5 } as const;

export const SurveyQuestion = level('TourSurveyQuestion', 'Survey question', 'The question that a survey step asks.', {
  type: required(
    choice('TourSurveyQuestionType', 'The kind of answer to a question.', { open: 'A text.', rating: 'A number on a scale.' }),
    'Type',
    'The kind of answer.',
    {
      examples: ['rating'],
    },
  ),
  questionText: required(z.string(), ...QUESTION, { examples: ['How easy was it to get started?'] }),
  display: nullable(
    choice('TourSurveyDisplay', 'How ratings are drawn.', { emoji: 'Faces.', number: 'Numbers.' }),
    'Display',
    'How the ratings are drawn. Only for the type `rating`.',
    { default: SURVEY_DEFAULTS.display },
  ),
  scale: nullable(
    z.literal([3, 5, 10]),
    'Scale',
    'How many ratings there are: 3 or 5 faces, 5 or 10 numbers. 10 stands for the numbers from 0 to 10. Only for the type `rating`.',
    { default: SURVEY_DEFAULTS.scale },
  ),
  ...TEXTS,
});

export const TranslatedSurvey = level('TourTranslatedSurvey', 'Translated survey', 'The texts of a question in one language.', {
  questionText: nullable(z.string(), ...QUESTION, { examples: ['Wie einfach war der Einstieg?'] }),
  ...TEXTS,
});
