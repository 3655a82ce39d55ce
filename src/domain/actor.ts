import type { CredentialKind } from './credential.ts';

/** The scopes a key may hold. `write` includes `read`; `*` includes everything, administration too. */
export const SCOPES = ['product_tour:read', 'product_tour:write', 'feature_flag:read', 'feature_flag:write', '*'] as const;

export type Scope = (typeof SCOPES)[number];

/** Who calls: a user, through one of their personal API keys or access tokens. `key` stands for either. */
export interface Actor {
  userId: number;
  /** What the history keeps of the user when the user is gone. */
  userName: string;
  /** The user in analytics. */
  distinctId: string;
  keyId: string;
  kind: CredentialKind;
  scopes: readonly string[];
  /** The projects that this credential opens: the user's, less those outside the key's own list. In the order of joining. */
  projectIds: readonly number[];
  /** The projects the user belongs to, and the key's own list (empty: all); they tell a stranger from a key that is kept out. */
  memberProjectIds: readonly number[];
  scopedProjectIds: readonly number[];
  /** What `@current` names in a REST path. */
  currentProjectId: number | null;
  /** RFC 3339; null: never. */
  expiresAt: string | null;
}

export function hasScope(actor: Actor, scope: Scope): boolean {
  if (actor.scopes.includes('*') || actor.scopes.includes(scope)) return true;
  return scope.endsWith(':read') && actor.scopes.includes(scope.replace(':read', ':write'));
}

/** Whether the key's time is over, by this node's clock. */
export function isExpired({ expiresAt }: Actor): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
}
