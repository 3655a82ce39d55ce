import { hasDatabaseId, type NodeType } from './global-id.ts';
import { type ReceivedId, withArticle } from './received-id.ts';

/** What an argument or input field takes as an id. */
export interface ExpectedId {
  /** What it takes, for an error message: `the databaseId of a Project`. */
  text: string;
  /** Fields that have it: `Project.databaseId`. */
  source: string;
  /** Whether a value of this form is taken, or is left to the scalar and the resolver to refuse. */
  accepts: (received: ReceivedId) => boolean;
  /** The type of the object that it names. Null: any type, or no object. */
  typename: NodeType | null;
}

/** By the name of an argument or input field, or by its coordinate where one name has several meanings: the type of the object that it names. */
const NAMED: Record<string, NodeType> = {
  tourId: 'Tour',
  'Query.tour.id': 'Tour',
  'Query.activityLog.itemId': 'Tour',
  projectId: 'Project',
  projectIds: 'Project',
  'Query.project.id': 'Project',
  'UpdateProjectInput.id': 'Project',
  'PublishTourDraftInput.environment': 'Project',
  userId: 'User',
  createdById: 'User',
  flagId: 'FeatureFlag',
  linkedFlagId: 'FeatureFlag',
  organizationId: 'Organization',
  organizationIds: 'Organization',
  'Query.organization.id': 'Organization',
  'UpdateOrganizationInput.id': 'Organization',
  'RevokePersonalApiKeyInput.id': 'PersonalApiKey',
  'RevokeAccessTokenInput.id': 'AccessToken',
  'RevokePreviewTokenInput.id': 'PreviewToken',
};

/** The fields whose values other arguments take. */
const VALUES: Record<string, { text: string; source: string }> = {
  'TourSurveyStats.answers.after': { text: 'the UUID of an answer', source: 'SurveyAnswer.uuid' },
  number: { text: 'the number of a version', source: 'TourVersion.number' },
  against: { text: 'the number of a version', source: 'TourVersion.number' },
  'RestoreTourDraftInput.revision': { text: 'the revision of a lost draft', source: 'LostDraft.revision' },
  'RestoreTourRevisionInput.revision': { text: 'a revision of the tour', source: 'DraftEditSession.revision' },
  expectedRevision: { text: 'a revision of the tour', source: 'Tour.revision' },
};

const NODE: ExpectedId = {
  text: 'the global id of an object',
  source: 'the field `id` of the object',
  accepts: ({ form }) => form === 'globalId' || form === 'uuid',
  typename: null,
};

const CURSOR: ExpectedId = {
  text: 'a cursor',
  source: '`pageInfo.endCursor`, or the `cursor` of an edge or event',
  accepts: ({ form }) => form === 'cursor',
  typename: null,
};

/**
 * What an argument or input field takes as an id, by the name of its scalar. Null where any value is good, or where an id cannot be told from another value.
 *
 * @param owner the input type, or the type and the field that the argument belongs to
 */
export function expectedId(owner: string, name: string, scalar: string): ExpectedId | null {
  const coordinate = `${owner}.${name}`;
  const before = known.get(coordinate);
  if (before !== undefined) return before;
  const expected = findExpectedId(coordinate, name, scalar);
  known.set(coordinate, expected);
  return expected;
}

/** By coordinate of the schema. */
const known = new Map<string, ExpectedId | null>();

function findExpectedId(coordinate: string, name: string, scalar: string): ExpectedId | null {
  if (coordinate === 'Query.node.id' || coordinate === 'Query.nodes.ids') return NODE;
  const value = VALUES[coordinate] ?? VALUES[name];
  if (value) return { ...value, source: `\`${value.source}\``, accepts: ({ form }) => form === formOf(scalar), typename: null };
  const typename = NAMED[coordinate] ?? NAMED[name];
  if (typename) return expectedNode(typename, scalar);
  if (scalar === 'String') return name === 'after' || name === 'before' ? CURSOR : null;
  if (scalar === 'Int') return { text: 'an integer', source: '', accepts: ({ form }) => form === 'number', typename: null };
  return null;
}

function formOf(scalar: string): 'number' | 'uuid' {
  return scalar === 'Int' ? 'number' : 'uuid';
}

function expectedNode(typename: NodeType, scalar: string): ExpectedId {
  if (scalar === 'Int' && hasDatabaseId(typename)) {
    const accepts = ({ form }: ReceivedId) => form === 'number';
    return { text: `the databaseId of ${withArticle(typename)}`, source: `\`${typename}.databaseId\``, accepts, typename };
  }
  // A text may be the id of an object of another kind, which is not there.
  const forms: ReceivedId['form'][] = scalar === 'String' ? ['uuid', 'number'] : ['uuid'];
  return {
    text: `the UUID or global id of ${withArticle(typename)}`,
    source: `\`${typename}.uuid\` or \`${typename}.id\``,
    accepts: (received) => (received.form === 'globalId' ? received.globalId.typename === typename : forms.includes(received.form)),
    typename,
  };
}

/** Whether an argument or input field of this name is known to name an object, or to be a value of one. */
export function isKnownId(owner: string, name: string): boolean {
  const coordinate = `${owner}.${name}`;
  return (
    coordinate in NAMED || name in NAMED || coordinate in VALUES || name in VALUES || /^Query\.(node\.id|nodes\.ids)$/.test(coordinate)
  );
}
