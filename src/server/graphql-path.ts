/** Whether a path, without its query, is that of the GraphQL endpoint: with a slash at its end or without. */
export function isGraphqlPath(path: string | undefined): boolean {
  return path === '/graphql' || path === '/graphql/';
}
