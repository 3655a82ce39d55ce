import { MAX_PROBLEMS } from '../domain/errors.ts';
import { flagId } from '../domain/tour/linked-flag.ts';
import { DRAFTABLE_FIELDS, type Draft, initialDraft } from '../domain/tour/merge-draft.ts';
import { draftProblems } from '../domain/tour/problems/draft-problems.ts';
import type { TourProblem } from '../domain/tour/problems/tour-problem.ts';
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
import { readTargeting, TargetingRef } from './targeting.ts';
import { TourRef } from './tour.ts';
import { TourContent } from './tour-content.ts';
import { UserRef } from './user.ts';

const ProblemSeverity = builder.enumType('ProblemSeverity', {
  description: 'How bad a problem of a draft is.',
  values: {
    ERROR: { description: 'A publish is refused.' },
    WARNING: { description: 'The draft can be published, but this is probably a mistake.' },
  } as const,
});

const TourProblemRef = builder.objectRef<TourProblem>('TourProblem').implement({
  description: 'Something that is wrong with a draft.',
  fields: (t) => ({
    severity: t.field({ type: ProblemSeverity, resolve: ({ severity }) => severity }),
    code: t.exposeString('code', { description: 'The rule, for a program.' }),
    message: t.exposeString('message', { description: 'What is wrong, for a person.' }),
    path: t.exposeString('path', { description: 'A JSON pointer into `raw`.' }),
  }),
});

/** A draft holds whatever was saved: a key that is missing or of another type is shown as it is live. */
function draftText(tour: Tour, key: 'name' | 'description'): string {
  const value = draftValue(tour)[key];
  return typeof value === 'string' ? value : tour[key];
}

function draftTargeting(tour: Tour): unknown {
  return 'targeting_flag_filters' in draftValue(tour) ? draftValue(tour).targeting_flag_filters : partOf(tour, 'targeting');
}

function draftValue(tour: Tour): Record<string, unknown> {
  return (partOf(tour, 'draft')?.value ?? {}) as Record<string, unknown>;
}

const TourDraft = builder.objectRef<Tour>('TourDraft');

builder.node(TourDraft, {
  // Each revision is another object: a cache never joins fields of two revisions, whose mixture could then be saved.
  id: {
    resolve: ({ id, revision }) => `${id}:${revision}`,
    description: 'It names the tour and the `revision`: each write changes the id.',
  },
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
    targeting: t.field({
      type: TargetingRef,
      nullable: true,
      description:
        'Whom a publish of the draft shows the tour to. Null: everyone. Of what cannot be read, such as a list of groups that is none, nothing is shown; `problems` reports it.',
      resolve: (tour) => readTargeting(draftTargeting(tour), tour.id),
    }),
    targetingFlagFilters: t.field({ type: 'JSON', nullable: true, resolve: (tour) => draftTargeting(tour) }),
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
      description: 'The difference from the live tour to the draft, step by step. Steps are matched by their ids.',
      resolve: (tour) => stepDiff(liveValue(tour).content, { ...liveValue(tour), ...draftValue(tour) }.content),
    }),
    problems: t.field({
      type: [TourProblemRef],
      complexity: DOCUMENT_COST,
      description: `What is wrong with the draft: first every error, for which a publish is refused, then the warnings, such as a value that browsers do not understand, a misspelled key, a selector that is ignored, or a button that links nowhere. At most ${MAX_PROBLEMS}.`,
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
      description: 'When the draft is published automatically, or why that failed. Null: no publish is scheduled.',
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
