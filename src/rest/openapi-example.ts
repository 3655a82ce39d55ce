/** One tour through all bodies. */
const STEP = {
  id: 'welcome',
  type: 'modal',
  progressionTrigger: 'button',
  contentHtml: '<h1>Welcome</h1><p>It takes two minutes.</p>',
};
const CONTENT = {
  type: 'tour',
  displayFrequency: 'until_interacted',
  conditions: { url: '/invoices', urlMatchType: 'icontains' },
  steps: [STEP],
};
const TARGETING = {
  groups: [
    {
      variant: '',
      rollout_percentage: 100,
      properties: [{ key: 'plan', type: 'person', value: ['free'], operator: 'exact' }],
    },
  ],
};
const USER = {
  id: 1,
  uuid: '095be615-a8ad-4c33-8e9c-c7612fbf6c9f',
  distinct_id: 'ada-1',
  first_name: 'Ada',
  last_name: 'Byron',
  email: 'ada@example.com',
  is_email_verified: null,
  hedgehog_config: null,
  role_at_organization: 'product',
};
const FLAG = {
  id: 7,
  team_id: 1,
  name: 'Product Tour: First invoice',
  key: 'product-tour-targeting-first-invoice-1f3c9a0b',
  filters: { groups: TARGETING.groups },
  deleted: false,
  active: true,
  ensure_experience_continuity: false,
  has_encrypted_payloads: false,
  version: 1,
  evaluation_runtime: 'all',
  bucketing_identifier: 'distinct_id',
  evaluation_tags: [],
  evaluation_contexts: [],
};
const LINKED = { internal_targeting_flag: FLAG, linked_flag: null };
const HEAD = {
  id: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
  name: 'First invoice',
  description: 'From an empty list to a sent invoice.',
  ...LINKED,
};
const DATES = {
  auto_launch: true,
  start_date: '2026-03-02T09:00:00Z',
  end_date: null,
  created_at: '2026-03-01T14:15:22.120934Z',
  created_by: USER,
  updated_at: '2026-03-04T08:30:05.731002Z',
  archived: false,
};
const DRAFT = {
  name: 'Your first invoice',
  description: HEAD.description,
  content: CONTENT,
  auto_launch: true,
  targeting_flag_filters: TARGETING,
  linked_flag_id: null,
};
const TOUR = { ...HEAD, targeting_flag_filters: TARGETING, content: CONTENT, draft_content: DRAFT, has_draft: true, ...DATES };

/** A body of each kind that is worth one, by its name in the document. */
export const EXAMPLES: Record<string, unknown> = {
  Tour: TOUR,
  TourPage: { count: 1, next: null, previous: null, results: [TOUR] },
  WrittenTour: { ...HEAD, linked_flag_id: null, targeting_flag_filters: TARGETING, content: CONTENT, ...DATES, creation_context: 'app' },
  DraftStatus: { updated_at: DATES.updated_at, has_draft: true },
  Generated: { steps: [{ step_id: STEP.id, title: 'Welcome aboard', description: 'Send your first invoice in two minutes.' }] },
  NewTour: {
    name: HEAD.name,
    description: HEAD.description,
    content: CONTENT,
    auto_launch: true,
    targeting_flag_filters: { groups: [{ properties: TARGETING.groups[0]?.properties }] },
  },
  TourChange: { start_date: DATES.start_date },
  DraftChange: { name: DRAFT.name },
  Generate: { title: HEAD.name, goal: 'A new account sends its first invoice.', steps: [STEP] },
  NoDraft: { detail: 'No draft to publish.' },
  GenerateError: { error: 'AI data processing must be approved for Product Tour AI generation.' },
};
