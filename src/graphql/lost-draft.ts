import { countLostDrafts, findLostDrafts, type LostDraft, type LostDraftPage, lostDraftCause } from '../domain/tour/lost-draft.ts';
import { isObject, type JsonObject } from '../json/json-object.ts';
import { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { pageCost } from './limits.ts';
import { TourRef } from './tour.ts';
import { TourContent } from './tour-content.ts';
import { UserRef } from './user.ts';

export const LostDraftCause = builder.enumType('LostDraftCause', {
  description: 'How a draft ended that did not go live.',
  values: {
    DISCARDED: { description: 'Somebody discarded it.' },
    OVERWRITTEN: { description: 'The live tour was changed directly: `updateTour`, or PATCH over REST.' },
    REPLACED: { description: 'An earlier version or a lost draft was restored over it, or an earlier version was published again.' },
  } as const,
});

const LostDraftRef = builder.objectRef<LostDraft>('LostDraft');

builder.node(LostDraftRef, {
  id: { resolve: ({ tourId, revision }) => `${tourId}:${revision}` },
  description: 'A draft that ended without going live. It is kept for the retention period of events.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision at which it ended; `restoreTourDraft` brings it back by this.' }),
    cause: t.field({ type: LostDraftCause, resolve: ({ kind }) => lostDraftCause(kind) as NonNullable<ReturnType<typeof lostDraftCause>> }),
    endedAt: t.expose('endedAt', { type: 'DateTime' }),
    endedBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'Who ended it. Null when the user is gone.',
      resolve: ({ endedById }, _, { loaders }) => (endedById === null ? null : loaders.user.load(endedById)),
    }),
    name: t.string({
      nullable: true,
      description: 'Null: the draft has no text there.',
      resolve: (lost) => (typeof draftOf(lost).name === 'string' ? (draftOf(lost).name as string) : null),
    }),
    content: t.field({
      type: TourContent,
      nullable: true,
      description: 'Null: the draft has no object there.',
      resolve: (lost) => (isObject(draftOf(lost).content) ? RawJson.of(draftOf(lost).content) : null),
    }),
    raw: t.expose('draft', { type: 'JSON', description: 'The draftable keys in snake_case, as REST shows them in `draft_content`.' }),
  }),
});

function draftOf({ draft }: LostDraft): JsonObject {
  return draft.value as JsonObject;
}

builder.objectField(TourRef, 'lostDrafts', (t) =>
  t.connection(
    {
      type: LostDraftRef,
      complexity: pageCost,
      description:
        'Drafts that were discarded, overwritten by a direct change or replaced by a restore, newest first: what `restoreTourDraft` can bring back.',
      resolve: async ({ id }, args, { deps }) => connectionOf(await findLostDrafts(deps, id, args)),
    },
    {
      name: 'LostDraftConnection',
      fields: (c) => ({
        totalCount: c.int({ resolve: (page, _, { deps }) => countLostDrafts(deps, (page as unknown as LostDraftPage).tourId) }),
      }),
    },
    { name: 'LostDraftEdge' },
  ),
);
