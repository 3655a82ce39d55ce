import type { CredentialKind } from './credential.ts';

/**
 * The scopes a key may hold. `write` includes `read`. `*` includes everything in the projects that the key opens, administration too. What concerns the whole
 * installation needs `installation`, which nothing else includes.
 */
export const SCOPES = [
  'product_tour:read',
  'product_tour:write',
  'feature_flag:read',
  'feature_flag:write',
  'activity_log:read',
  'project:read',
  'user:read',
  'user:write',
  '*',
  'installation',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Who calls: a user, through one of their personal API keys or tokens. `key` stands for any of them. */
export interface Actor {
  userId: number;
  /** What the history keeps of the user when the user is gone. */
  userName: string;
  /** The user in analytics. */
  distinctId: string;
  /** Empty: no credential was used. */
  keyId: string;
  kind: CredentialKind;
  /** The only tour that a preview token shows; null: it is another credential. */
  previewTourId: string | null;
  scopes: readonly string[];
  /**
   * The projects that this credential opens, in the order of joining: the user's, less those outside of the key's own lists, and less those of organizations
   * that do not allow such a credential.
   */
  projectIds: readonly number[];
  /** The only projects that the key is for; empty: all of the user's, those that the user has yet to join among them. */
  scopedProjectIds: readonly number[];
  /** The only organizations that the key is for; empty: all. */
  scopedOrganizationIds: readonly string[];
  /** What `@current` names in a REST path: the user's current project, or else the first that the user joined. */
  currentProjectId: number | null;
  /** RFC 3339; null: never. */
  expiresAt: string | null;
}

/** Either of these opens the activity log: it holds what was done to tours, which those who read tours may know. */
export const ACTIVITY_SCOPES = ['activity_log:read', 'product_tour:read'] as const satisfies readonly [Scope, Scope];

export function hasScope(actor: Actor, scope: Scope): boolean {
  if (actor.scopes.includes(scope)) return true;
  if (scope === 'installation') return false;
  if (actor.scopes.includes('*')) return true;
  return scope.endsWith(':read') && actor.scopes.includes(scope.replace(':read', ':write'));
}

/** Whether it is not a user who calls, but the command line, which has no credential. */
export function isOperator({ keyId }: Actor): boolean {
  return keyId === '';
}

/** Whether the key's time is over, by this node's clock. */
export function isExpired({ expiresAt }: Actor): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
}
