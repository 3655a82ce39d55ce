import { z } from 'zod';
import { TranslatedButtons } from './button.ts';
import { level, nullable } from './define.ts';
import { RichText } from './rich-text.ts';
import { TranslatedSurvey } from './survey.ts';

export const StepTranslation = level(
  'TourStepTranslation',
  'Translation of a step',
  'The texts of a step in one language. Texts that it lacks are shown in the original language.',
  {
    content: nullable(RichText, 'Content', 'The text as a rich-text document. Browsers draw it only if `contentHtml` is empty.'),
    contentHtml: nullable(z.string(), 'HTML', 'The text as HTML.', {
      examples: ['<p>In zwei Minuten ist die erste Rechnung verschickt.</p>'],
    }),
    buttons: nullable(TranslatedButtons, 'Buttons', 'The labels of the buttons.'),
    survey: nullable(TranslatedSurvey, 'Survey', 'The texts of the question.'),
  },
);
