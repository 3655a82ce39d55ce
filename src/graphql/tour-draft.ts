import { flagId } from '../domain/tour/linked-flag.ts';
import { DRAFTABLE_FIELDS, type Draft, initialDraft } from '../domain/tour/merge-draft.ts';
import { draftProblems } from '../domain/tour/problems/draft-problems.ts';
import { planPublish } from '../domain/tour/publish-plan.ts';
import { stepDiff } from '../domain/tour/step-diff.ts';
import { partOf, type Tour } from '../domain/tour/tour.ts';
import { diff } from '../json/patch.ts';
import { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';
import { FeatureFlagRef } from './feature-flag.ts';
import { JsonPatchOperation } from './json-patch.ts';
import { DOCUMENT_COST, PLAN_COST } from './limits.ts';
import { PublishPlanRef } from './publish-plan.ts';
import { ScheduledPublishRef } from './scheduled-publish.ts';
import { StepDiffRef } from './step-diff.ts';
import { TourRef } from './tour.ts';
import { TourContent } from './tour-content.ts';
import { TourProblemRef } from './tour-problem.ts';
import { UserRef } from './user.ts';

/** A draft holds whatever was saved: a key that is missing or of another type is shown as it is live. */
function draftText(tour: Tour, key: 'name' | 'description'): string {
  const value = draftValue(tour)[key];
  return typeof value === 'string' ? value : tour[key];
}

function draftValue(tour: Tour): Record<string, unknown> {
  return (partOf(tour, 'draft')?.value ?? {}) as Record<string, unknown>;
}

const TourDraft = builder.objectRef<Tour>('TourDraft').implement({
  description: 'What is being edited; it becomes live with `publishTourDraft`. Incomplete content is welcome.',
  fields: (t) => ({
    name: t.string({ resolve: (tour) => draftText(tour, 'name') }),
    description: t.string({ resolve: (tour) => draftText(tour, 'description') }),
    content: t.field({
      type: TourContent,
      resolve: (tour) => {
        const { content } = draftValue(tour);
        return typeof content === 'object' && content !== null ? RawJson.of(content) : partOf(tour, 'content');
      },
    }),
    autoLaunch: t.boolean({ resolve: (tour) => (draftValue(tour).auto_launch as boolean | null | undefined) ?? tour.autoLaunch }),
    targetingFlagFilters: t.field({
      type: 'JSON',
      nullable: true,
      resolve: (tour) =>
        'targeting_flag_filters' in draftValue(tour) ? draftValue(tour).targeting_flag_filters : partOf(tour, 'targeting'),
    }),
    linkedFlag: t.field({
      type: FeatureFlagRef,
      nullable: true,
      resolve: async (tour, _, { loaders }) => {
        const { linked_flag_id: id = tour.linkedFlagId } = draftValue(tour);
        const known = flagId(id);
        const flag = known === null ? null : await loaders.flag.load(known);
        return flag?.projectId === tour.projectId ? flag : null;
      },
    }),
    revision: t.int({ description: 'The tour’s revision, to be named with the next write.', resolve: ({ revision }) => revision }),
    savedAt: t.field({ type: 'DateTime', resolve: (tour) => tour.draftSavedAt ?? tour.updatedAt }),
    savedBy: t.field({ type: UserRef, nullable: true, description: 'Who saved last.', resolve: (tour) => partOf(tour, 'draftSavedBy') }),
    raw: t.field({
      type: 'JSON',
      description: 'The draftable keys in snake_case, as REST shows them in `draft_content`.',
      resolve: (tour) => partOf(tour, 'draft'),
    }),
    diff: t.field({
      type: [JsonPatchOperation],
      complexity: DOCUMENT_COST,
      description: 'Live -> draft, over the draftable keys (RFC 6902).',
      resolve: (tour) => {
        const live = liveValue(tour);
        return diff(pick(live), pick({ ...live, ...draftValue(tour) }));
      },
    }),
    stepDiff: t.field({
      type: StepDiffRef,
      description: 'Live -> draft, step by step, told by their ids.',
      resolve: (tour) => stepDiff(liveValue(tour).content, { ...liveValue(tour), ...draftValue(tour) }.content),
    }),
    problems: t.field({
      type: [TourProblemRef],
      complexity: DOCUMENT_COST,
      description: 'Everything that a publish would refuse, and what it would let pass but should not.',
      resolve: (tour, _, { deps }) =>
        draftProblems(deps.db.sql, { ...tour, content: partOf(tour, 'content') }, { ...liveValue(tour), ...draftValue(tour) }),
    }),
    publishPlan: t.field({
      type: PublishPlanRef,
      nullable: true,
      complexity: PLAN_COST,
      description: 'What a publish would do to the internal flag and the surveys. Null: it would be refused; `problems` says why.',
      resolve: (tour, _, { deps }) => {
        const live = { ...tour, content: partOf(tour, 'content'), targeting: partOf(tour, 'targeting') };
        return planPublish(deps.db.sql, live, { ...liveValue(tour), ...draftValue(tour) });
      },
    }),
    scheduledPublish: t.field({
      type: ScheduledPublishRef,
      nullable: true,
      description: 'When the draft goes live by itself, or why it did not. Null: only when somebody publishes it.',
      resolve: ({ id }, _, { loaders }) => loaders.scheduledPublish.load(id),
    }),
  }),
});

/** What a draft would start from. */
function liveValue(tour: Tour): Draft {
  return initialDraft({ ...tour, content: partOf(tour, 'content'), targeting: partOf(tour, 'targeting') });
}

function pick(draft: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(DRAFTABLE_FIELDS.map((key) => [key, draft[key] ?? null]));
}

builder.objectField(TourRef, 'draft', (t) =>
  t.field({
    type: TourDraft,
    nullable: true,
    description: 'Null: nothing is being edited.',
    resolve: (tour) => (tour.hasDraft ? tour : null),
  }),
);
