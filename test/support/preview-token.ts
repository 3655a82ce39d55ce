import type { TestApp } from './app.ts';
import { type GraphqlClient, graphqlClient } from './graphql.ts';
import { mutate } from './mutate.ts';
import { type RestClient, restClient } from './rest.ts';

export interface PreviewToken {
  id: string;
  secret: string;
  expiresAt: string;
  graphql: GraphqlClient;
  rest: RestClient;
}

/** A preview token for a tour, as `graphql` makes it. */
export async function addPreviewToken(
  { graphql, url }: Pick<TestApp, 'graphql' | 'url'>,
  tourId: string,
  input: { label?: string; expiresAt?: string } = {},
): Promise<PreviewToken> {
  const made = await mutate(graphql, 'createPreviewToken', { tourId, ...input }, 'secret previewToken { id: uuid expiresAt }');
  if (!made.secret) throw new Error(made.message);
  const { secret, previewToken } = made;
  return { ...previewToken, secret, graphql: graphqlClient(url, secret), rest: restClient(url, secret) };
}

/** What whoever has the token looks at. */
export const PREVIEW = `query ($tourId: UUID!, $perspective: TourPerspective! = DRAFT) {
  tourPreview(tourId: $tourId, perspective: $perspective) { tourId revision isDraft payload }
}`;

export const PREVIEW_CHANGED = `subscription ($tourId: UUID!, $perspective: TourPerspective! = DRAFT, $after: String) {
  tourPreviewChanged(tourId: $tourId, perspective: $perspective, after: $after) { cursor kind revision preview { isDraft payload } }
}`;
