import { createServer } from 'node:http';
import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import { createYoga } from 'graphql-yoga';
import { getDatamodel } from './generated/pothos.ts';
import { prisma } from './prisma-client.mjs';
import { scalars } from './schema.mjs';

const builder = new SchemaBuilder({ plugins: [PrismaPlugin], prisma: { client: prisma, dmmf: getDatamodel() } });
for (const [name, scalar] of Object.entries(scalars)) builder.addScalarType(name, scalar);

builder.prismaObject('FeatureFlag', {
  fields: (t) => ({
    databaseId: t.exposeInt('id'),
    key: t.exposeString('key'),
    name: t.exposeString('name'),
    active: t.exposeBoolean('active'),
    filters: t.expose('filters', { type: 'JSON' }),
  }),
});
builder.prismaObject('User', {
  fields: (t) => ({ databaseId: t.exposeInt('id'), email: t.exposeString('email'), firstName: t.exposeString('firstName') }),
});
builder.prismaObject('Tour', {
  fields: (t) => ({
    uuid: t.expose('id', { type: 'UUID' }),
    name: t.exposeString('name'),
    description: t.exposeString('description'),
    autoLaunch: t.exposeBoolean('autoLaunch'),
    archived: t.exposeBoolean('archived'),
    revision: t.exposeInt('revision'),
    startDate: t.expose('startDate', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    content: t.expose('content', { type: 'JSON' }),
    linkedFlag: t.relation('linkedFlag', { nullable: true }),
    createdBy: t.relation('createdBy', { nullable: true }),
  }),
});
builder.queryType({
  fields: (t) => ({
    tour: t.prismaField({
      type: 'Tour',
      nullable: true,
      args: { id: t.arg({ type: 'UUID', required: true }) },
      resolve: (query, _, { id }) => prisma.tour.findUnique({ ...query, where: { id } }),
    }),
    tours: t.prismaField({
      type: ['Tour'],
      args: { projectId: t.arg.int({ required: true }), first: t.arg.int({ required: true }) },
      resolve: (query, _, { projectId, first }) =>
        prisma.tour.findMany({ ...query, where: { projectId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: first }),
    }),
  }),
});

const server = createServer(createYoga({ schema: builder.toSchema() }));
server.listen(0, '127.0.0.1', () => console.log(`ready on http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => process.exit());
