import type { ActivityChange } from '../domain/activity.ts';
import { type ActivityPage, type FoundActivity, findActivity } from '../domain/find-activity.ts';
import type { Activity } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import { pageCost } from './limits.ts';
import { TourRef } from './tour.ts';
import { UserRef } from './user.ts';

const ActivityChangeRef = builder.objectRef<ActivityChange>('ActivityChange').implement({
  description: 'One changed field.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Under its name in the REST layer.' }),
    action: t.exposeString('action', { description: '`created` from empty, `deleted` to empty, else `changed`.' }),
    before: t.expose('before', { type: 'JSON', nullable: true }),
    after: t.expose('after', { type: 'JSON', nullable: true }),
  }),
});

const ActivityNode = builder.prismaNode('Activity', {
  id: { field: 'id' },
  nullable: true,
  description:
    'Something that somebody did to a tour. Drafts are not logged here; `Tour.draftHistory` and `tourDraftChanged` tell of them.',
  fields: (t) => ({
    uuid: t.expose('id', { type: 'UUID', description: 'The id that the REST layer shows.' }),
    activity: t.exposeString('activity', { description: '`created`, `updated`, `deleted` or `restored`.' }),
    scope: t.exposeString('scope', { description: 'What kind of thing it was done to: `ProductTour`.' }),
    itemId: t.exposeString('itemId', { description: 'The REST id of the thing, which may be gone.' }),
    name: t.string({ description: 'The name of the thing at that time.', resolve: (row) => detailOf(row).name }),
    actor: t.field({
      type: UserRef,
      nullable: true,
      description: 'Null when the user is gone.',
      resolve: (row, _, { loaders }) => {
        // `activityLog` reads the user with the row, `Tour.activity` does not.
        const { actor } = row as Partial<FoundActivity>;
        if (actor !== undefined) return actor;
        return row.userId === null ? null : loaders.user.load(row.userId);
      },
    }),
    occurredAt: t.expose('createdAt', { type: 'DateTime' }),
    changes: t.field({ type: [ActivityChangeRef], resolve: (row) => detailOf(row).changes }),
  }),
});

function detailOf({ detail }: Pick<Activity, 'detail'>): { name: string; changes: ActivityChange[] } {
  return detail as unknown as { name: string; changes: ActivityChange[] };
}

/** `Activity`, for fields whose rows the domain has read. */
const ActivityRef = ActivityNode as unknown as ReturnType<typeof builder.objectRef<Activity>>;

builder.objectField(TourRef, 'activity', (t) =>
  t.prismaConnection(
    {
      type: 'Activity',
      cursor: 'id',
      complexity: pageCost,
      description: 'Who changed what on the live tour, newest first.',
      resolve: (query, { id, projectId }, _, { deps }) =>
        deps.db.prisma.activity.findMany({
          ...query,
          where: { projectId, scope: 'ProductTour', itemId: id },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
      totalCount: ({ id, projectId }, _, { deps }) =>
        deps.db.prisma.activity.count({ where: { projectId, scope: 'ProductTour', itemId: id } }),
    },
    { name: 'ActivityConnection' },
    { name: 'ActivityEdge' },
  ),
);

const ActivityOffsetPage = builder.objectRef<ActivityPage>('ActivityOffsetPage').implement({
  description: 'A page of the activity log by limit and offset.',
  fields: (t) => ({
    nodes: t.expose('nodes', { type: [ActivityRef] }),
    totalCount: t.exposeInt('totalCount', { description: 'How many entries match in all.' }),
    organizationId: t.expose('organizationId', {
      type: 'UUID',
      nullable: true,
      description: 'The organization that the project belongs to. Null on an empty page.',
    }),
  }),
});

builder.queryField('activityLog', (t) =>
  t.field({
    type: ActivityOffsetPage,
    complexity: pageCost,
    description:
      'Who changed what in a project, newest first, by limit and offset. The log of what is deleted stays. Conditions hold together. Scope `activity_log:read` or `product_tour:read`.',
    args: {
      projectId: t.arg.int({ required: true, description: '`databaseId` of the project.' }),
      scope: t.arg.string({ description: 'Only what was done to this kind of thing, such as `ProductTour`.' }),
      scopes: t.arg.stringList({ description: 'Only what was done to one of these kinds of things.' }),
      itemId: t.arg.string({ description: 'Only what was done to the thing with this REST id.' }),
      itemIds: t.arg.stringList({ description: 'Only what was done to the things with these REST ids.' }),
      activities: t.arg.stringList({ description: 'Only these: `created`, `updated`, `deleted`, `restored`.' }),
      actorUuid: t.arg({ type: 'UUID', description: 'Only what the user with this `uuid` did.' }),
      oldestFirst: t.arg.boolean({ description: 'True: the oldest entries first. False when absent.' }),
      limit: t.arg.int({ required: true, defaultValue: 100, description: 'How many at most.' }),
      offset: t.arg.int({ required: true, defaultValue: 0, description: 'How many to leave out first.' }),
    },
    resolve: (_, { limit, offset, scope, itemId, actorUuid, ...query }, { deps, actor }) =>
      findActivity(deps, actor, {
        ...query,
        scopes: both(scope, query.scopes),
        itemIds: both(itemId, query.itemIds),
        userUuid: actorUuid,
        limit: Math.max(0, limit),
        offset: Math.max(0, offset),
      }),
  }),
);

/** The values that a single one and a list leave; null: any. */
function both(one: string | null | undefined, list: readonly string[] | null | undefined): readonly string[] | null {
  if (one == null) return list ?? null;
  return list == null || list.includes(one) ? [one] : [];
}
