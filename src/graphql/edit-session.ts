import { countDraftEditSessions, type DraftEditSessionPage, findDraftEditSessions, PAUSE } from '../domain/tour/edit-session.ts';
import type { Draft } from '../domain/tour/merge-draft.ts';
import { MAX_PAST_BYTES, MAX_PAST_EVENTS } from '../domain/tour/past-draft.ts';
import { stepDiff } from '../domain/tour/step-diff.ts';
import { diff } from '../json/patch.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { JsonPatchOperation } from './json-patch.ts';
import { pageCost } from './limits.ts';
import { type ShownSession, withDrafts } from './session-drafts.ts';
import { StepDiffRef } from './step-diff.ts';
import { TourRef } from './tour.ts';
import { UserRef } from './user.ts';

const SESSION_ID = 'It names the first and the last save: while the edit session goes on, each save changes the id.';
const KEPT = `Null: no longer known, which is so before a deletion from which the tour was restored, and behind more than ${MAX_PAST_EVENTS} later changes or ${MAX_PAST_BYTES / 2 ** 20} MiB of them. TOO_COMPLEX: the drafts of the page are more than that. Ask for a smaller page.`;

const DraftEditSessionRef = builder.objectRef<ShownSession>('DraftEditSession');

builder.node(DraftEditSessionRef, {
  // A session that goes on is another object: what a cache keeps of the earlier one stays true.
  id: { resolve: ({ tourId, fromRevision, revision }) => `${tourId}:${fromRevision + 1}:${revision}`, description: SESSION_ID },
  description: `A series of saves that changed a draft, by one user without a pause of more than ${PAUSE}. It ends with any other change of the tour, by any user, and when something is restored over the draft.`,
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description:
        'The revision of the last save. It moves while the edit session goes on. `restoreTourRevision` brings the draft back by this.',
    }),
    fromRevision: t.exposeInt('fromRevision', { description: 'The revision before the first save.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When the first save was made.' }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When the last save was made.' }),
    savedBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'Null when the user is gone.',
      resolve: ({ savedById }, _, { loaders }) => (savedById === null ? null : loaders.user.load(savedById)),
    }),
    saves: t.exposeInt('saves', { description: 'The number of saves.' }),
    raw: t.field({
      type: 'JSON',
      nullable: true,
      description: `The draft as it stood at \`revision\`: the draftable keys in snake_case, as REST shows them in \`draft_content\`. ${KEPT}`,
      resolve: ({ revision, draftAt }) => draftAt(revision),
    }),
    diff: t.field({
      type: [JsonPatchOperation],
      nullable: true,
      description: `\`fromRevision\` -> \`revision\` (RFC 6902); a first draft is compared with what was live. ${KEPT}`,
      resolve: async (session) => {
        const compared = await bothSides(session);
        return compared && diff(compared.before, compared.after);
      },
    }),
    stepDiff: t.field({
      type: StepDiffRef,
      nullable: true,
      description: 'The difference from `fromRevision` to `revision`, step by step. Steps are matched by their ids.',
      resolve: async (session) => {
        const compared = await bothSides(session);
        return compared && stepDiff(compared.before.content, compared.after.content);
      },
    }),
  }),
});

async function bothSides({ revision, fromRevision, draftAt }: ShownSession): Promise<{ before: Draft; after: Draft } | null> {
  const [before, after] = await Promise.all([draftAt(fromRevision), draftAt(revision)]);
  return before && after ? { before: before.value as Draft, after: after.value as Draft } : null;
}

builder.objectField(TourRef, 'draftHistory', (t) =>
  t.connection(
    {
      type: DraftEditSessionRef,
      complexity: pageCost,
      description:
        'Who edited the draft and when, newest first, saves that belong together as one: for as long as events are kept. What went live is in `versions`.',
      resolve: async ({ id }, args, { deps }) => {
        const { edges, ...page } = await findDraftEditSessions(deps, id, args);
        const sessions = withDrafts(
          deps,
          edges.map(({ node }) => node),
        );
        return connectionOf({ ...page, edges: edges.map(({ cursor }, n) => ({ cursor, node: sessions[n] as ShownSession })) });
      },
    },
    {
      name: 'DraftEditSessionConnection',
      fields: (c) => ({
        totalCount: c.int({
          resolve: (page, _, { deps }) => countDraftEditSessions(deps, (page as unknown as DraftEditSessionPage).tourId),
        }),
      }),
    },
    { name: 'DraftEditSessionEdge' },
  ),
);
