import type { GraphqlClient } from './graphql.ts';

const PROPERTIES = 'met properties { key operator expected actual isSet met }';

/** Everything that an explanation has. */
export const EXPLANATION = `verdict summary personProperties evaluatedAt conditions {
  kind outcome message expected actual alternatives { ${PROPERTIES} }
  flag { key enabled variant reason failed groupIndex place groups { ${PROPERTIES} rolloutPercentage inRollout variant } }
}`;

export interface ExplainArguments {
  distinctId?: string;
  personProperties?: object;
  url?: string;
  deviceType?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into results as they came over the wire
type Json = any;

/** Why a person sees a tour, or does not. Without arguments: somebody of whom nothing is known, on no page in particular. */
export async function explain(graphql: GraphqlClient, tourId: string, args: ExplainArguments = {}): Promise<Json> {
  const { tour } = await graphql(
    `query ($id: UUID!, $distinctId: String!, $personProperties: JSON, $url: String, $deviceType: String) { tour(id: $id) {
      explainTargeting(distinctId: $distinctId, personProperties: $personProperties, url: $url, deviceType: $deviceType) { ${EXPLANATION} }
    } }`,
    { id: tourId, distinctId: 'ada', ...args },
  );
  return tour.explainTargeting;
}

/** One condition of an explanation. */
export function condition(explanation: Json, kind: string): Json {
  return explanation.conditions.find((found: { kind: string }) => found.kind === kind);
}
