import { z } from 'zod';
import { choice, level, nullable, required } from './define.ts';
import { TOUR_KINDS } from './tour-kind.ts';

/** Timers of browsers count milliseconds in 31 bits: a longer delay ends at once. */
const MAX_DELAY_SECONDS = 2_147_483;

const MATCHES = {
  exact: 'Equal.',
  is_not: 'Not equal.',
  icontains: 'Contains the text, in any case of letters.',
  not_icontains: 'Does not contain the text, in any case of letters.',
  regex: 'Matches the regular expression.',
  not_regex: 'Does not match the regular expression.',
};

const PropertyFilter = level(
  'TourPropertyFilter',
  'Property filter',
  'A condition on one property of an event. An event without the property does not match.',
  {
    values: required(
      z.array(z.string()),
      'Values',
      'The values to compare with. One of them must match; of the operators with `not`, all.',
      { examples: [['5']] },
    ),
    operator: required(
      choice('TourPropertyOperator', 'How a property of an event is compared.', {
        ...MATCHES,
        gt: 'Greater than the number.',
        lt: 'Less than the number.',
      }),
      'Operator',
      'How to compare.',
    ),
  },
);

const EventTrigger = level('TourEventTrigger', 'Event', 'An event that the page captures with posthog-js.', {
  name: required(z.string().min(1), 'Name', 'The name of the event.', { examples: ['checklist finished'] }),
  propertyFilters: nullable(
    z.record(z.string(), PropertyFilter),
    'Property filters',
    'Conditions on properties of the event, by property. All must hold.',
  ),
});

const EventTriggers = level('TourEventTriggers', 'Events', 'A list of events.', {
  values: required(z.array(EventTrigger), 'Events', 'The events. One of them suffices.'),
});

const ActionTrigger = level('TourActionTrigger', 'Action', 'An action of PostHog: a named group of events.', {
  id: required(z.number(), 'Id', 'The id of the action.'),
  name: nullable(z.string(), 'Name', 'The name of the action.'),
  steps: nullable(z.array(z.record(z.string(), z.unknown())), 'Steps', 'The definition of the action, which browsers match events with.'),
});

const ActionTriggers = level('TourActionTriggers', 'Actions', 'A list of actions.', {
  values: required(z.array(ActionTrigger), 'Actions', 'The actions. One of them suffices.'),
});

const WaitPeriod = level('SeenTourWaitPeriod', 'Wait period', 'Hides the tour from persons who have seen another tour recently.', {
  days: required(z.number().min(0).max(9999), 'Days', 'How many days must have passed. Less than 1: no wait.', { examples: [7] }),
  types: required(
    z.array(choice('SeenTourType', 'The kinds of tour that a wait period counts.', TOUR_KINDS)),
    'Types',
    'The types of tour that count. Empty: no wait.',
    {
      examples: [['tour', 'announcement']],
    },
  ),
});

export const Conditions = level(
  'TourConditions',
  'Conditions',
  'When and where browsers show the tour. All that are set must hold, except `selector`, which starts the tour regardless of the others.',
  {
    url: nullable(z.string(), 'URL', 'The address of the page, compared as `urlMatchType` says. Absent or empty: any page.', {
      examples: ['/invoices'],
    }),
    urlMatchType: nullable(
      choice('TourUrlMatchType', 'How the address of a page is compared.', MATCHES),
      'URL match',
      'How to compare the address of the page with `url`.',
      {
        default: 'icontains',
      },
    ),
    selector: nullable(
      z.string(),
      'Start selector',
      'A CSS selector. A click on this element starts the tour, even if auto-launch is off.',
      { examples: ['#help'] },
    ),
    autoShowDelaySeconds: nullable(
      z.number().min(0).max(MAX_DELAY_SECONDS),
      'Delay',
      'How long to wait before the tour is shown, in seconds.',
      { default: 0, examples: [2] },
    ),
    events: nullable(EventTriggers, 'Events', 'The tour is shown after one of these events. Absent or empty: it waits for no event.'),
    cancelEvents: nullable(EventTriggers, 'Canceling events', 'One of these events cancels the tour while it waits for its delay.'),
    actions: nullable(ActionTriggers, 'Actions', 'The tour is shown after one of these actions, like `events`.'),
    linkedFlagVariant: nullable(
      z.string(),
      'Flag variant',
      'The variant of the linked feature flag that a person needs; `any`: any variant. Needs a linked flag.',
      { examples: ['any'] },
    ),
    deviceTypes: nullable(
      z.array(z.string()),
      'Device types',
      'The devices that show the tour: `Desktop`, `Mobile`, `Tablet`. Absent or empty: all.',
      { examples: [['Desktop']] },
    ),
    seenTourWaitPeriod: nullable(WaitPeriod, 'Wait period', 'Hides the tour from persons who have seen another tour recently.'),
  },
);
