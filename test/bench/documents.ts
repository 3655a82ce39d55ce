const FIELDS = `uuid name description autoLaunch archived revision startDate createdAt updatedAt`;
const JOINED = `linkedFlag { databaseId key name active filters } createdBy { databaseId email firstName }`;

/** One tour by id with its flag and author, as the gateway and those peers whose schema is written by hand take it. */
export const ONE_TOUR = `query ($id: UUID!) { tour(id: $id) { ${FIELDS} ${JOINED} } }`;

export const GATEWAY_LIST = `query ($projectId: Int!, $first: Int!) { tours(projectId: $projectId, first: $first) { nodes { ${FIELDS} ${JOINED} content { raw } } } }`;

/** Peers have content as plain JSON and pages as plain lists. */
export const PEER_LIST = `query ($projectId: Int!, $first: Int!) { tours(projectId: $projectId, first: $first) { ${FIELDS} ${JOINED} content } }`;

const POSTGRAPHILE_FIELDS = `uuid: rowId name description autoLaunch archived revision startDate createdAt updatedAt
  linkedFlag: featureFlagByLinkedFlagId { databaseId: rowId key name active filters } createdBy: userByCreatedById { databaseId: rowId email firstName }`;

/** PostGraphile makes its schema from the tables; the answers get the names of the others. */
export const POSTGRAPHILE_ONE_TOUR = `query ($id: UUID!) { tour: tourByRowId(rowId: $id) { ${POSTGRAPHILE_FIELDS} } }`;

export const POSTGRAPHILE_LIST = `query ($projectId: Int!, $first: Int!) {
  tours: allTours(condition: { projectId: $projectId }, orderBy: [CREATED_AT_DESC, ROW_ID_DESC], first: $first) { nodes { ${POSTGRAPHILE_FIELDS} content } } }`;
