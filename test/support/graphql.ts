// biome-ignore lint/suspicious/noExplicitAny: tests look into results as they came over the wire
type Json = any;

/** The result of an operation, errors included. */
interface GraphqlResult {
  status: number;
  headers: Headers;
  data: Json;
  errors?: { message: string; path?: unknown[]; extensions?: Json }[];
}

export interface GraphqlClient {
  /** Sends an operation and gives its data; throws when there are errors. */
  (query: string, variables?: Record<string, unknown>): Promise<Json>;
  /** Sends an operation and gives whatever comes back. */
  send(query: string, variables?: Record<string, unknown>): Promise<GraphqlResult>;
}

export function graphqlClient(url: string, key: string | null): GraphqlClient {
  async function send(query: string, variables?: Record<string, unknown>): Promise<GraphqlResult> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, headers: response.headers, ...((await response.json()) as { data: unknown }) };
  }
  const run = async (query: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await send(query, variables);
    if (errors) throw new Error(`${errors.map((error) => error.message).join('; ')} in ${query.trim().slice(0, 80)}`);
    return data;
  };
  return Object.assign(run, { send });
}
