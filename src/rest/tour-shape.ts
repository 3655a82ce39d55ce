import type { TourWireFragment, WrittenTourWireFragment } from '../generated/operations.ts';
import type { JsonSchema, Properties } from '../openapi/json-schema.ts';

/** A body, and the revision that it shows, which goes into the ETag. */
export interface TourBody {
  body: object;
  revision: number;
}

/**
 * The tour as the wire shows it. The documents' aliases are the wire's keys in the wire's order (operations.graphql); what is left to do is to take the JSON
 * out of the objects that GraphQL keeps it in.
 */
export function tourBody({ revision, ...tour }: TourWireFragment): TourBody {
  return { revision, body: { ...tour, content: tour.content.raw, draft_content: tour.draft_content?.raw ?? null } };
}

/** The answer to a create or an update, with the three write-only fields that the documentation shows (contract section 6). */
export function writtenTourBody({ revision, ...tour }: WrittenTourWireFragment, creationContext: 'APP' | 'TOOLBAR' | undefined): TourBody {
  return {
    revision,
    body: {
      ...tour,
      linked_flag_id: tour.linked_flag_id?.databaseId ?? null,
      content: tour.content.raw,
      creation_context: creationContext === 'TOOLBAR' ? 'toolbar' : 'app',
    },
  };
}

/** What the above leaves of a fragment's fields. */
export function tourProperties({ revision, ...properties }: Properties): Properties {
  return properties;
}

/** @param creationContext its schema in a body, which is what comes back */
export function writtenTourProperties(fields: Properties, creationContext: JsonSchema): Properties {
  return { ...tourProperties(fields), creation_context: creationContext };
}
