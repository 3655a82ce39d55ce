const FIELDS = `uuid name description autoLaunch archived revision startDate createdAt updatedAt`;
const JOINED = `linkedFlag { databaseId key name active filters } createdBy { databaseId email firstName }`;

/** One tour by id with its flag and author, as the gateway and those peers whose schema is written by hand take it. */
export const ONE_TOUR = `query ($id: UUID!) { tour(id: $id) { ${FIELDS} ${JOINED} } }`;

export const GATEWAY_LIST = `query ($projectId: Int!, $first: Int!) { tours(projectId: $projectId, first: $first) { nodes { ${FIELDS} ${JOINED} content { raw } } } }`;
