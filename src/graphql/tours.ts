import { findTours, findToursByOffset } from '../domain/tour/find-tours.ts';
import type { Tour } from '../domain/tour/tour.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { pageCost } from './limits.ts';
import { isSelected, tourParts } from './selection.ts';
import { TourRef } from './tour.ts';
import { TourFilter, TourOrder } from './tour-filter.ts';

const SEARCH =
  'Keeps tours whose name, or the first 4,000 characters of whose description, resembles it, best first unless another order is asked for.';

builder.queryField('tours', (t) =>
  t.connection(
    {
      type: TourRef,
      complexity: pageCost,
      description: 'The tours of a project, archived ones included, newest first.',
      args: {
        projectId: t.arg.int({ required: true, description: '`databaseId` of the project.' }),
        search: t.arg.string({ description: SEARCH }),
        filter: t.arg({ type: TourFilter, description: 'Absent: all.' }),
        orderBy: t.arg({ type: TourOrder, description: 'Absent: newest first, or best first with a search.' }),
      },
      resolve: async (_, { first, after, last, before, ...query }, { deps, actor }, info) => {
        const parts = tourParts(info, ['edges', 'node'], ['nodes']);
        const page = await findTours(
          deps,
          actor,
          { ...query, parts, count: isSelected(info, 'totalCount') },
          { first, after, last, before },
        );
        return connectionOf(page);
      },
    },
    {
      name: 'TourConnection',
      description: 'A page of tours.',
      fields: (c) => ({
        totalCount: c.int({
          nullable: true,
          description: 'How many tours match in all; counted only when selected.',
          resolve: (page) => (page as { totalCount?: number | null }).totalCount ?? null,
        }),
      }),
    },
    { name: 'TourEdge' },
  ),
);

const TourOffsetPage = builder.objectRef<{ nodes: Tour[]; totalCount: number | null }>('TourOffsetPage').implement({
  description: 'A page of tours by limit and offset.',
  fields: (t) => ({
    nodes: t.expose('nodes', { type: [TourRef] }),
    totalCount: t.exposeInt('totalCount', { nullable: true, description: 'How many tours match in all; counted only when selected.' }),
  }),
});

builder.queryField('toursByOffset', (t) =>
  t.field({
    type: TourOffsetPage,
    complexity: pageCost,
    description:
      'The same list by limit and offset, for the REST layer. A page far along costs more than with `tours`, and rows may shift under it.',
    args: {
      projectId: t.arg.int({ required: true, description: '`databaseId` of the project.' }),
      limit: t.arg.int({ required: true, defaultValue: 100, description: 'How many at most.' }),
      offset: t.arg.int({ required: true, defaultValue: 0, description: 'How many to leave out first.' }),
      search: t.arg.string({ description: SEARCH }),
    },
    resolve: (_, { projectId, search, limit, offset }, { deps, actor }, info) => {
      const query = { projectId, search, parts: tourParts(info, ['nodes']), count: isSelected(info, 'totalCount') };
      return findToursByOffset(deps, actor, query, { limit: Math.max(0, limit), offset: Math.max(0, offset) });
    },
  }),
);
