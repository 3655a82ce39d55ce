/**
 * The limits of input values: lists in items, texts in characters (Unicode code points), numbers by their value. The domain's checks, the descriptions of the
 * GraphQL schema and the constraints of the OpenAPI document derive from this table. What a GraphQL document may hold is limited in graphql/limits.ts; REST and
 * import take lists of any length within the size of a body and of MAX_CONTENT_BYTES.
 */
export const INPUT_LIMITS = {
  tourName: 400,
  /** The size of a request limits it before. */
  tourDescription: 20 * 1024 * 1024,
  /** Steps of a tour, over GraphQL. A tour that has more already may keep as many. */
  steps: 500,
  stepOperations: 200,
  stepId: 400,
  /** HTML and recorded elements in typed content. The size of a request limits them before. */
  contentText: 20 * 1024 * 1024,
  /** Other texts in typed content: labels, selectors, links, colors. */
  contentLine: 8192,
  /** Lists in typed content, except steps. */
  contentItems: 500,
  projectName: 200,
  organizationName: 64,
  email: 254,
  personName: 150,
  label: 40,
  flagKey: 400,
  flagName: 1000,
  idempotencyKey: 255,
  clientMutationId: 255,
  search: 200,
  /** Title and goal of a request for generated texts. */
  generationText: 4000,
  /** The conditions of a flag or the targeting of a tour: bytes of their JSON in UTF-8. */
  filterBytes: 1024 * 1024,
  clientId: 200,
  /** The address of a page. */
  url: 8192,
  /** The cursor of a page holds the name of a tour. */
  cursor: 4000,
  deviceType: 200,
  globalId: 400,
  nodeIds: 100,
  /** Groups of a tour's targeting or of a flag, over GraphQL. */
  targetingGroups: 100,
  /** Conditions of one group, over GraphQL. */
  targetingProperties: 100,
  /** Values of one condition, over GraphQL; of more, `icontains_multi` is not evaluated. */
  targetingValues: 1000,
  /** The key of a property, and a text that a condition compares it with. */
  propertyKey: 400,
  propertyValue: 4000,
  pageSize: 100,
  /** Items of a page by limit and offset. */
  offsetPageSize: 1000,
  /** Values to choose from in a filter. */
  choices: 20,
  scopes: 20,
  projects: 1000,
  organizations: 100,
  /** PostgreSQL's integer. */
  integer: 2_147_483_647,
} as const;

/** Whether a text has more characters than allowed, without counting those of a text that is far longer or shorter. */
export function isLongerThan(text: string, max: number): boolean {
  // A code point is one or two UTF-16 code units.
  return text.length > 2 * max || (text.length > max && [...text].length > max);
}

/** The message of the rule `max_length`, as the REST contract words it. */
export function tooLong(max: number): string {
  return `Ensure this field has no more than ${max} characters.`;
}
