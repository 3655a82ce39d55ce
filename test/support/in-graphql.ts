/** Fields of the REST wire under the names that the inputs of GraphQL have: `linked_flag_id` is `linkedFlagId`. */
export function inGraphql(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), value]),
  );
}
