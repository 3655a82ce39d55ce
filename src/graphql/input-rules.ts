import { INPUT_LIMITS } from '../domain/input-limits.ts';

/** The limit of one argument or input field. */
export interface InputRule {
  kind: 'items' | 'characters' | 'value';
  max: number;
  /** The domain checks it for all transports, with codes and messages of its own. */
  isDomains?: true;
  /** What the description says instead of the usual sentence. */
  text?: string;
}

const items = (max: number): InputRule => ({ kind: 'items', max });
const characters = (max: number): InputRule => ({ kind: 'characters', max });
const byDomain = (rule: InputRule, text?: string): InputRule => ({ ...rule, isDomains: true, ...(text && { text }) });
const whole = (max: number): InputRule => ({ kind: 'value', max });
const trimmed = (max: number): InputRule => byDomain(characters(max), `1 to ${max} characters after trimming.`);

const L = INPUT_LIMITS;
const PAGE_SIZE = byDomain(whole(L.pageSize), `At most ${L.pageSize}.`);

/** By the name of an argument or input field, or by its coordinate where one name has several meanings. */
const RULES: Record<string, InputRule> = {
  ids: items(L.nodeIds),
  operations: items(L.stepOperations),
  status: items(L.choices),
  'TourFilter.type': items(L.choices),
  scopes: items(L.scopes),
  projectIds: items(L.projects),
  organizationIds: items(L.organizations),
  createdByIds: items(L.choices),
  activities: items(L.choices),
  itemIds: items(L.choices),
  'Query.activityLog.scopes': items(L.choices),
  'Query.featureFlagsByOffset.search': characters(L.search),
  'Query.featureFlagsByOffset.key': characters(L.flagKey),
  roleAtOrganization: byDomain(characters(L.label), ''),
  first: PAGE_SIZE,
  last: PAGE_SIZE,
  limit: whole(L.offsetPageSize),
  offset: whole(L.integer),
  name: trimmed(L.tourName),
  'CreateProjectInput.name': trimmed(L.projectName),
  'UpdateProjectInput.name': trimmed(L.projectName),
  'CreateOrganizationInput.name': trimmed(L.organizationName),
  'UpdateOrganizationInput.name': trimmed(L.organizationName),
  'CreateFeatureFlagInput.name': byDomain(characters(L.flagName)),
  'UpdateFeatureFlagInput.name': byDomain(characters(L.flagName)),
  key: trimmed(L.flagKey),
  label: trimmed(L.label),
  email: trimmed(L.email),
  firstName: byDomain(characters(L.personName)),
  lastName: byDomain(characters(L.personName)),
  description: characters(L.tourDescription),
  idempotencyKey: byDomain(characters(L.idempotencyKey), `1 to ${L.idempotencyKey} characters.`),
  clientMutationId: byDomain(characters(L.clientMutationId)),
  search: byDomain(characters(L.search)),
  'Project.featureFlags.search': characters(L.search),
  title: byDomain(characters(L.generationText)),
  goal: byDomain(characters(L.generationText)),
  clientId: byDomain(characters(L.clientId)),
  stepId: characters(L.stepId),
  'ReportTourPresenceInput.stepId': byDomain(characters(L.clientId)),
  'AddStep.after': characters(L.stepId),
  'MoveStep.after': characters(L.stepId),
  after: characters(L.cursor),
  before: characters(L.cursor),
  id: characters(L.globalId),
  'Query.node.id': byDomain(characters(L.globalId), `Null for one of more than ${L.globalId} characters.`),
  itemId: characters(L.globalId),
  scope: characters(L.globalId),
  url: characters(L.url),
  deviceType: characters(L.deviceType),
};

/** @param owner the input type, or the type and the field that the argument belongs to */
export function inputRule(owner: string, name: string): InputRule | null {
  return RULES[`${owner}.${name}`] ?? RULES[name] ?? null;
}

/** The sentence about a limit in the schema. */
export function describeRule({ kind, max, text }: InputRule): string {
  if (text) return text;
  return kind === 'value' ? `At most ${max}.` : `At most ${max} ${kind}.`;
}
