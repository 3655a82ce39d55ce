import { isLiteralMatch } from '../domain/tour/search.ts';
import type { TourWireFragment, WrittenTourWireFragment } from '../generated/operations.ts';
import type { RawJson } from '../json/raw-json.ts';
import type { JsonSchema, Properties } from '../openapi/json-schema.ts';

/** A body, and what its ETag is made of. */
export interface TourBody {
  body: object;
  revision: number;
  /** The JSON in the body that changes with the revision alone, in its order. */
  versioned: readonly RawJson[];
}

/**
 * The tour as the wire shows it. The documents' aliases are the wire's keys in the wire's order (operations.graphql); what is left to do is to take the JSON
 * out of the objects that GraphQL keeps it in. Done in place: to copy so wide an object costs as much as to print it.
 */
export function tourBody(tour: TourWireFragment): TourBody {
  const { revision, content, draft_content: draft } = tour;
  const body = Object.assign(tour, { content: content.raw, draft_content: draft?.raw ?? null, revision: undefined });
  return { body, revision, versioned: (draft ? [content.raw, draft.raw] : [content.raw]) as RawJson[] };
}

/**
 * The same in a list. One that was searched says of each tour whether the term is part of its name or description, or only similar to it.
 *
 * @param term null: there was no search
 */
export function foundTourBody(tour: TourWireFragment, term: string | null): TourBody {
  const found = tourBody(tour);
  if (term !== null) Object.assign(found.body, { search_match_type: isLiteralMatch(term, tour) ? 'exact' : 'similar' });
  return found;
}

/** The answer to a create or an update, with the three write-only fields that the documentation shows (contract section 6). */
export function writtenTourBody(tour: WrittenTourWireFragment, creationContext: 'APP' | 'TOOLBAR' | undefined): TourBody {
  const { revision, content, linked_flag_id: flag } = tour;
  const body = Object.assign(tour, {
    linked_flag_id: flag?.databaseId ?? null,
    content: content.raw,
    revision: undefined,
    creation_context: creationContext === 'TOOLBAR' ? 'toolbar' : 'app',
  });
  return { body, revision, versioned: [content.raw as RawJson] };
}

/** What the above leaves of a fragment's fields. */
export function tourProperties({ revision, ...properties }: Properties): Properties {
  return properties;
}

/** @param creationContext its schema in a body, which is what comes back */
export function writtenTourProperties(fields: Properties, creationContext: JsonSchema): Properties {
  return { ...tourProperties(fields), creation_context: creationContext };
}
