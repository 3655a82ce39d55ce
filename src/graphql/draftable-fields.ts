import { INPUT_LIMITS } from '../domain/input-limits.ts';
import type { builder } from './builder.ts';

type InputFields = PothosSchemaTypes.InputFieldBuilder<(typeof builder)['$inferSchemaTypes'], 'InputObject'>;

export const NAME = 'What the tour is called.';

/** What a draft can hold: the inputs of the live tour and of its draft mean the same. */
export const draftableFields = (t: InputFields) => ({
  name: t.string({ description: NAME }),
  description: t.string({ description: 'Trimmed; may be empty.' }),
  content: t.field({
    type: 'JSON',
    description: `What the tour shows and when: an object with \`steps\`, \`conditions\`, \`appearance\`, \`displayFrequency\` and whatever else a client keeps. At most ${INPUT_LIMITS.steps} steps, or as many as the tour has already.`,
  }),
  autoLaunch: t.boolean({ description: 'Whether browsers show the tour by themselves.' }),
  targetingFlagFilters: t.field({
    type: 'JSON',
    description: 'Whom to show it: `{ groups: [{ properties: […], rollout_percentage }] }`; null: everybody.',
  }),
  linkedFlagId: t.int({ description: '`databaseId` of a flag of the project that must be on as well.' }),
});
