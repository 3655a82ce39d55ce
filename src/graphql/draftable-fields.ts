import { INPUT_LIMITS } from '../domain/input-limits.ts';
import type { builder } from './builder.ts';
import { TourContentInput } from './content/input-type.ts';
import { TargetingInput } from './targeting-input.ts';

type InputFields = PothosSchemaTypes.InputFieldBuilder<(typeof builder)['$inferSchemaTypes'], 'InputObject'>;

export const NAME = 'What the tour is called.';

/** What a draft can hold: the inputs of the live tour and of its draft mean the same. */
export const draftableFields = (t: InputFields) => ({
  name: t.string({ description: NAME }),
  description: t.string({ description: 'Trimmed; may be empty.' }),
  content: t.field({
    type: 'JSON',
    description: `What the tour shows and when, as JSON that is kept as it is: an object with \`steps\`, \`conditions\`, \`appearance\`, \`displayFrequency\` and any other keys. \`/schemas/tour-content.json\` describes it. At most ${INPUT_LIMITS.steps} steps, or as many as the tour has already.`,
  }),
  typedContent: t.field({
    type: TourContentInput,
    description:
      'The same as `content`, with a field for each known key. It is stored as the same JSON and replaces the content as a whole. Setting both is a ValidationError.',
  }),
  autoLaunch: t.boolean({ description: 'Whether browsers show the tour by themselves.' }),
  targeting: t.field({
    type: TargetingInput,
    description: 'Whom to show the tour to. Null: everyone. Give either this or `targetingFlagFilters`.',
  }),
  targetingFlagFilters: t.field({
    type: 'JSON',
    description: `The same as \`targeting\`, in the form of PostHog: \`{ groups: [{ properties: [{ key, operator, value, type }], rollout_percentage }] }\`. Null: everyone. At most ${INPUT_LIMITS.targetingGroups} groups of ${INPUT_LIMITS.targetingProperties} properties with ${INPUT_LIMITS.targetingValues} values. Unknown keys, unknown operators and malformed values are refused with ValidationError, except in parts that the tour has already. Keys that PostHog's editor writes are accepted.`,
  }),
  linkedFlagId: t.int({ description: '`databaseId` of a flag of the project that must be on as well.' }),
});
