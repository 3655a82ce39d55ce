import { z } from 'zod';
import { choice, level, nullable, optional, required } from './define.ts';

const BannerAction = level('TourBannerAction', 'Banner action', 'What a click on the banner does.', {
  type: required(
    choice('TourBannerActionType', 'What a click on a banner does.', {
      none: 'Nothing.',
      link: 'Opens `link` in a new tab.',
      trigger_tour: 'Closes the banner and shows the tour `tourId`.',
    }),
    'Type',
    'The kind of action.',
  ),
  link: nullable(z.string(), 'Link', 'The URL to open. Only for the type `link`.', { examples: ['https://status.example.com/'] }),
  tourId: nullable(z.string(), 'Tour', 'The id of the tour to show. Only for the type `trigger_tour`.', {
    examples: ['497f6eca-6276-4993-bfeb-53cbbbba6f08'],
  }),
});

const BannerAnimation = level('TourBannerAnimation', 'Banner animation', 'How the banner appears.', {
  duration: optional(z.number().min(0), 'Duration', 'How long the banner takes to appear, in milliseconds.', { examples: [300] }),
});

export const BannerConfig = level('TourBannerConfig', 'Banner', 'Where a banner stands and what a click on it does.', {
  behavior: required(
    choice('TourBannerBehavior', 'Where a banner stands.', {
      sticky: 'At the top of the page. It stays there when the page scrolls.',
      static: 'At the top of the page. It scrolls with the page.',
      custom: 'Inside the element that `selector` finds.',
    }),
    'Behavior',
    'Where the banner stands.',
  ),
  selector: nullable(
    z.string(),
    'Selector',
    'A CSS selector of the element that holds the banner. Only for the behavior `custom`. The banner is not shown if the page has no such element.',
    { examples: ['#announcements'] },
  ),
  action: nullable(BannerAction, 'Action', 'What a click on the banner does. Absent: nothing.'),
  animation: nullable(BannerAnimation, 'Animation', 'How the banner appears.'),
});
