/**
 * A tour with every type of step that is in use, for the JSON Schema and the reference. It has no problems
 * (test/unit/domain/tour/content/schema.test.ts).
 */
export const EXAMPLE = {
  type: 'tour',
  displayFrequency: 'until_interacted',
  languages: ['de'],
  conditions: {
    url: '/invoices',
    urlMatchType: 'icontains',
    autoShowDelaySeconds: 2,
    deviceTypes: ['Desktop'],
    events: { values: [{ name: 'checklist finished', propertyFilters: { items: { values: ['5'], operator: 'gt' } } }] },
    seenTourWaitPeriod: { days: 7, types: ['tour', 'announcement'] },
  },
  appearance: { backgroundColor: '#ffffff', buttonColor: '#1d4aff', borderRadius: 8, showOverlay: true },
  steps: [
    {
      id: 'welcome',
      type: 'modal',
      progressionTrigger: 'button',
      contentHtml: '<h1>Welcome</h1><p>It takes two minutes.</p>',
      modalPosition: 'middle_center',
      buttons: {
        primary: { text: 'Start', action: 'next_step' },
        secondary: { text: 'Read more', action: 'link', link: 'https://example.com/help' },
      },
      translations: { de: { contentHtml: '<h1>Willkommen</h1><p>Es dauert zwei Minuten.</p>', buttons: { primary: { text: 'Los' } } } },
    },
    {
      id: 'new-invoice',
      type: 'modal',
      progressionTrigger: 'click',
      contentHtml: '<p>Press <strong>New invoice</strong>.</p>',
      elementTargeting: 'manual',
      selector: '[data-tour="new-invoice"]',
      useManualSelector: true,
      translations: { de: { contentHtml: '<p>Klicken Sie auf <strong>Neue Rechnung</strong>.</p>' } },
    },
    {
      id: 'rating',
      type: 'survey',
      progressionTrigger: 'button',
      content: null,
      survey: {
        type: 'rating',
        questionText: 'How easy was it?',
        display: 'emoji',
        scale: 5,
        lowerBoundLabel: 'Hard',
        upperBoundLabel: 'Easy',
      },
      translations: { de: { survey: { questionText: 'Wie einfach war es?', lowerBoundLabel: 'Schwer', upperBoundLabel: 'Leicht' } } },
    },
  ],
};

/** A banner. */
export const BANNER_EXAMPLE = {
  type: 'announcement',
  displayFrequency: 'show_once',
  steps: [
    {
      id: 'banner',
      type: 'banner',
      contentHtml: '<p>Exports pause on Sunday from 04:00 to 06:00 UTC.</p>',
      bannerConfig: { behavior: 'sticky', action: { type: 'link', link: 'https://status.example.com/' }, animation: { duration: 300 } },
    },
  ],
};
