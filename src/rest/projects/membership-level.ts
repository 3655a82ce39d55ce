/** The levels of the original. The gateway has none: what a member may do depends on the scopes of the key. */
const MEMBER = 1;
const OWNER = 15;

export function membershipLevel(scopes: readonly string[]): number {
  return scopes.includes('*') ? OWNER : MEMBER;
}
