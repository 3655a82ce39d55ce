import { z } from 'zod';
import { choice, level, nullable, required } from './define.ts';

const TEXT = ['Text', 'The label of the button.'] as const;

const Button = level('TourButton', 'Button', 'A button of a step.', {
  text: required(z.string(), ...TEXT, { examples: ['Next'] }),
  action: required(
    choice('TourButtonAction', 'What a click on a button does.', {
      next_step: 'Shows the next step; on the last step, completes the tour.',
      previous_step: 'Shows the previous step.',
      dismiss: 'Dismisses the tour.',
      link: 'Opens `link` in a new tab and completes the tour.',
      trigger_tour: 'Completes the tour and shows the tour `tourId`.',
    }),
    'Action',
    'What a click on the button does.',
  ),
  link: nullable(z.string(), 'Link', 'The URL to open. Only for the action `link`.', { examples: ['https://example.com/reports'] }),
  tourId: nullable(z.string(), 'Tour', 'The id of the tour to show. Only for the action `trigger_tour`.', {
    examples: ['497f6eca-6276-4993-bfeb-53cbbbba6f08'],
  }),
});

export const Buttons = level('TourButtons', 'Buttons', 'The buttons of a step. A step with this object has no default buttons.', {
  primary: nullable(Button, 'Primary button', 'The highlighted button. Absent: there is none.'),
  secondary: nullable(Button, 'Secondary button', 'The plain button, before the primary one. Absent: there is none.'),
});

const TranslatedButton = level('TourTranslatedButton', 'Translated button', 'The label of a button in one language.', {
  text: nullable(z.string(), ...TEXT, { examples: ['Weiter'] }),
});

export const TranslatedButtons = level(
  'TourTranslatedButtons',
  'Translated buttons',
  'The labels of the buttons of a step in one language.',
  {
    primary: nullable(TranslatedButton, 'Primary button', 'The label of the primary button.'),
    secondary: nullable(TranslatedButton, 'Secondary button', 'The label of the secondary button.'),
  },
);
