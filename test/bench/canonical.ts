const TIMESTAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;

/** A JSON value as all who mean the same print it: keys in order, times as milliseconds, the gateway's `{raw: …}` around opaque JSON taken off. */
export function canonical(value: unknown): unknown {
  if (typeof value === 'string') return TIMESTAMP.test(value) ? Date.parse(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === 'raw') return canonical(entries[0][1]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]));
}

/** The data of a GraphQL response. @throws when it has errors or none */
export function graphqlData(body: Buffer): Record<string, unknown> {
  const { data, errors } = JSON.parse(body.toString());
  if (errors || !data) throw new Error(`A GraphQL response without data: ${body.toString().slice(0, 2000)}`);
  return data;
}
