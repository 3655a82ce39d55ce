import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { prisma } from './prisma-client.mjs';
import { scalars, typeDefs } from './schema.mjs';

// Relations by Prisma's fluent interface, which its documentation recommends in GraphQL: lookups of one tick become one statement.
const resolvers = {
  ...scalars,
  Query: {
    tour: (_, { id }) => prisma.tour.findUnique({ where: { id } }),
    tours: (_, { projectId, first }) =>
      prisma.tour.findMany({ where: { projectId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: first }),
  },
  Tour: {
    uuid: (tour) => tour.id,
    linkedFlag: (tour) => prisma.tour.findUnique({ where: { id: tour.id } }).linkedFlag(),
    createdBy: (tour) => prisma.tour.findUnique({ where: { id: tour.id } }).createdBy(),
  },
  FeatureFlag: { databaseId: (flag) => flag.id },
  User: { databaseId: (user) => user.id },
};

const { url } = await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), { listen: { port: 0, host: '127.0.0.1' } });
console.log(`ready on ${url}`);
