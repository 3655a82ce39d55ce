import type { Action } from '../../../src/rest/route.ts';
import type { GraphqlClient } from '../../support/graphql.ts';
import { inGraphql } from '../../support/in-graphql.ts';
import type { RestAnswer } from '../../support/rest.ts';
import type { RestTours } from '../../support/rest-tours.ts';

/** One side of a comparison: a project of its own, a flag in it, and both doors to it. */
export interface Side {
  projectId: number;
  flagId: number;
  tours: RestTours;
  graphql: GraphqlClient;
  /** The activity log over REST. */
  readActivity(): Promise<RestAnswer>;
}

/** What a door said, in the same words for both: whether it did what was asked, and what it told, where that is to be compared. */
interface Said {
  isRefused: boolean;
  told?: unknown;
}

/** An endpoint and the operation of GraphQL that does the same. `fields` are named as on the REST wire. */
export interface Twin {
  action: Action;
  rest(side: Side, id: string, fields: object): Promise<Said>;
  graphql(side: Side, id: string, fields: object): Promise<Said>;
}

const refusedAt = ({ status }: RestAnswer): Said => ({ isRefused: status >= 400 });

/** A twin that writes: what it leaves behind is compared, not what it says. */
function writing(
  action: Action,
  [method, path]: [string, string],
  mutation: string,
  input: (side: Side, tourId: string, fields: object) => object,
): Twin {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  return {
    action,
    rest: async ({ tours }, id, fields) => refusedAt(await tours.send(method, path.replace('ID', id), fields)),
    async graphql(side, id, fields) {
      const document = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`;
      const { [mutation]: result } = await side.graphql(document, { input: input(side, id, inGraphql(fields)) });
      return { isRefused: result.__typename !== `${type}Success` };
    },
  };
}

export const create = writing('create', ['POST', '/'], 'createTour', ({ projectId }, _, fields) => ({ projectId, ...fields }));
export const update = writing('partial_update', ['PATCH', '/ID/'], 'updateTour', (_, tourId, fields) => ({ tourId, ...fields }));
export const save = writing('draft', ['PATCH', '/ID/draft/'], 'saveTourDraft', (_, tourId, fields) => ({ tourId, ...fields }));
export const publish = writing('publish_draft', ['POST', '/ID/publish_draft/'], 'publishTourDraft', (_, tourId, draft) => ({
  tourId,
  draft,
}));
export const discard = writing('discard_draft', ['DELETE', '/ID/discard_draft/'], 'discardTourDraft', (_, tourId) => ({ tourId }));
export const remove = writing('destroy', ['DELETE', '/ID/'], 'deleteTour', (_, tourId) => ({ tourId }));

/** The aliases of GraphQL are the keys of the wire. */
const TOUR = `{ id: uuid name description auto_launch: autoLaunch start_date: startDate end_date: endDate archived created_at: createdAt
  updated_at: updatedAt has_draft: hasDraft content { raw } draft { raw } targeting_flag_filters: targetingFlagFilters
  linked_flag: linkedFlag { key } internal_targeting_flag: internalTargetingFlag { key active filters } created_by: createdBy { email } }`;

// biome-ignore lint/suspicious/noExplicitAny: tours as they came over the wire
type Wire = any;

const fromGraphql = ({ content, draft, ...tour }: Wire) => ({ ...tour, content: content.raw, draft_content: draft?.raw ?? null });

const retrieve: Twin = {
  action: 'retrieve',
  rest: async ({ tours }, id) => ({ isRefused: false, told: await tours.read(id) }),
  graphql: async ({ graphql }, id) => ({
    isRefused: false,
    told: fromGraphql((await graphql(`query ($id: UUID!) { tour(id: $id) ${TOUR} }`, { id })).tour),
  }),
};

const list: Twin = {
  action: 'list',
  rest: async ({ tours }) => ({ isRefused: false, told: (await tours.send('GET', '/')).body.results }),
  async graphql({ graphql, projectId }) {
    const { tours } = await graphql(`query ($id: Int!) { tours(projectId: $id, first: 100) { nodes ${TOUR} } }`, { id: projectId });
    return { isRefused: false, told: tours.nodes.map(fromGraphql) };
  },
};

const draftStatus: Twin = {
  action: 'draft_status',
  rest: async ({ tours }, id) => ({ isRefused: false, told: (await tours.send('GET', `/${id}/draft_status/`)).body }),
  graphql: async ({ graphql }, id) => ({
    isRefused: false,
    told: (await graphql('query ($id: UUID!) { tour(id: $id) { updated_at: updatedAt has_draft: hasDraft } }', { id })).tour,
  }),
};

const activityLog: Twin = {
  action: 'activity_log',
  async rest({ readActivity }) {
    const { results } = (await readActivity()).body;
    const told = results.map(({ activity, item_id, detail: { name, changes } }: Wire) => ({ activity, item_id, name, changes }));
    return { isRefused: false, told };
  },
  async graphql({ graphql }, id) {
    const log = '{ nodes { activity item_id: itemId name changes { action field before after } } }';
    const { tour } = await graphql(`query ($id: UUID!) { tour(id: $id) { activity(first: 50) ${log} } }`, { id });
    return { isRefused: false, told: tour.activity.nodes };
  },
};

/** The endpoints that only read: both doors are asked about the same tour. */
export const READING = [retrieve, list, draftStatus, activityLog];

export const generate: Twin = {
  action: 'generate',
  async rest({ tours }, id, fields) {
    const answer = await tours.send('POST', `/${id}/generate/`, fields);
    return { ...refusedAt(answer), told: answer.body?.steps };
  },
  async graphql({ graphql }, tourId, fields) {
    const success = '... on GenerateTourContentSuccess { steps { step_id: stepId title description } }';
    const document = `mutation ($input: GenerateTourContentInput!) { generateTourContent(input: $input) { ${success} } }`;
    const { generateTourContent } = await graphql(document, { input: { tourId, ...fields } });
    return { isRefused: !generateTourContent.steps, told: generateTourContent.steps };
  },
};
