import { listVersions, type TourVersion } from '../domain/tour/find-versions.ts';
import { stepDiff } from '../domain/tour/step-diff.ts';
import { findComparedVersions } from '../domain/tour/version-diff.ts';
import { diff } from '../json/patch.ts';
import { builder } from './builder.ts';
import { connectionOf, TOTAL_COUNT } from './connection.ts';
import { JsonPatchOperation } from './json-patch.ts';
import { pageCost } from './limits.ts';
import { StepDiffRef } from './step-diff.ts';
import { TourRef } from './tour.ts';
import { TourContent } from './tour-content.ts';
import { UserRef } from './user.ts';

const AGAINST = 'The number of the other version. Absent: the one before; the first has no diff.';

const TourVersionRef = builder.objectRef<TourVersion>('TourVersion');

builder.node(TourVersionRef, {
  id: { resolve: ({ id }) => id },
  description: 'What was live: one for the creation, each publish and each direct change of live content. It never changes.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1, without gaps.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    publishedBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'Null when the user is gone.',
      resolve: ({ publishedById }, _, { loaders }) => (publishedById === null ? null : loaders.user.load(publishedById)),
    }),
    publishedByName: t.exposeString('publishedByName', { nullable: true, description: 'Stays when the user is gone.' }),
    name: t.exposeString('name'),
    description: t.exposeString('description'),
    content: t.field({ type: TourContent, resolve: ({ id }, _, { loaders }) => loaders.versionContent.load(id) }),
    diff: t.field({
      type: [JsonPatchOperation],
      nullable: true,
      description:
        'What makes another version into this one (RFC 6902), over the draftable keys in snake_case. Null, with an error, when there is no other version of that number.',
      args: { against: t.arg.int({ description: AGAINST }) },
      resolve: async (version, { against }, { deps }) => {
        const compared = await findComparedVersions(deps, version, against ?? null);
        return compared ? diff(compared.before, compared.after) : [];
      },
    }),
    stepDiff: t.field({
      type: StepDiffRef,
      nullable: true,
      description: 'The same of its steps, told by their ids.',
      args: { against: t.arg.int({ description: AGAINST }) },
      resolve: async (version, { against }, { deps }) => {
        const compared = await findComparedVersions(deps, version, against ?? null);
        return compared ? stepDiff(compared.before.content, compared.after.content) : stepDiff(null, null);
      },
    }),
  }),
});

builder.objectField(TourRef, 'versions', (t) =>
  t.connection(
    {
      type: TourVersionRef,
      complexity: pageCost,
      description: 'The tour’s history, newest first.',
      resolve: async ({ id }, args, { deps }) => connectionOf(await listVersions(deps, id, args)),
    },
    { name: 'TourVersionConnection', fields: (c) => ({ totalCount: c.int(TOTAL_COUNT) }) },
    { name: 'TourVersionEdge' },
  ),
);
