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
  clientId: 200,
  /** The address of a page. */
  url: 8192,
  /** The cursor of a page holds the name of a tour. */
  cursor: 4000,
  deviceType: 200,
  /** A CSS selector in the content of a tour. */
  selector: 100_000,
  /** A regular expression in the content of a tour. */
  pattern: 10_000,
  globalId: 400,
  nodeIds: 100,
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
