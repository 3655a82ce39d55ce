import { GraphQLScalarType } from 'graphql';

/** Scalars that pass their values on; times are printed as RFC 3339. */
export const scalars = {
  JSON: new GraphQLScalarType({ name: 'JSON', serialize: (value) => value }),
  UUID: new GraphQLScalarType({ name: 'UUID', serialize: String, parseValue: String }),
  DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: (value) => value.toISOString() }),
};

export const typeDefs = `
  scalar JSON
  scalar UUID
  scalar DateTime

  type Query {
    tour(id: UUID!): Tour
    tours(projectId: Int!, first: Int!): [Tour!]!
  }

  type Tour {
    uuid: UUID!
    name: String!
    description: String!
    autoLaunch: Boolean!
    archived: Boolean!
    revision: Int!
    startDate: DateTime
    createdAt: DateTime!
    updatedAt: DateTime!
    content: JSON!
    linkedFlag: FeatureFlag
    createdBy: User
  }

  type FeatureFlag {
    databaseId: Int!
    key: String!
    name: String!
    active: Boolean!
    filters: JSON!
  }

  type User {
    databaseId: Int!
    email: String!
    firstName: String!
  }
`;
