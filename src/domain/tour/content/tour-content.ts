import { z } from 'zod';
import { Appearance } from './appearance.ts';
import { Conditions } from './conditions.ts';
import { choice, LEVELS, nullable } from './define.ts';
import { Step } from './step.ts';

/**
 * The content of a tour. The one definition of its keys: the JSON Schema, the OpenAPI components, the GraphQL types,
 * the types of the client, the reference (docs/content-reference.md) and the warnings of `TourDraft.problems` derive
 * from it. Content is stored as it is sent; nothing parses it on reads.
 */
export const TourContent = z
  .looseObject({
    type: nullable(
      choice('TourContentType', 'The kind of tour.', {
        tour: 'A tour of any number of steps.',
        announcement: 'Exactly one step: a box, a survey or a banner.',
      }),
      'Type',
      'The kind of tour. An announcement whose step is a `banner` is a banner.',
      { default: 'tour' },
    ),
    steps: nullable(z.array(Step), 'Steps', 'The steps, in the order in which they are shown.'),
    conditions: nullable(Conditions, 'Conditions', 'When and where browsers show the tour.'),
    appearance: nullable(Appearance, 'Appearance', 'The looks of the steps.'),
    displayFrequency: nullable(
      choice('TourDisplayFrequency', 'How often one person sees a tour.', {
        until_interacted: 'Until the person has completed or dismissed it.',
        show_once: 'Once.',
        always: 'Whenever its conditions hold. A banner then has no button to close it.',
      }),
      'Display frequency',
      'How often one person sees the tour.',
      { default: 'until_interacted' },
    ),
    languages: nullable(
      z.array(z.string()),
      'Languages',
      'The languages that the steps are translated into, by language code. Editors use it; browsers read `translations` of the steps.',
      { examples: [['de', 'pt-BR']] },
    ),
    step_order_history: nullable(
      z.array(z.unknown()),
      'Step order history',
      'Earlier orders of the steps, which editors record. The gateway keeps it as it is.',
    ),
  })
  .meta({
    title: 'Content of a tour',
    description: 'What a tour shows, when and where. Unknown keys are allowed and kept.',
  })
  .register(LEVELS, { name: 'TourContent' });
