/** Whose bytes are counted together: a key by its id, or a client without a valid credential by its address. */
export interface ByteOwner {
  id: string;
  isAuthenticated: boolean;
}

/** The bytes that clients have sent and this process holds: request bodies and WebSocket messages. */
export interface ByteBudget {
  /** @returns false when the process, the owner, or all owners without a credential together would hold too many; nothing is counted then */
  take(owner: ByteOwner, bytes: number): boolean;
  /** The bytes are held no more. */
  give(owner: ByteOwner, bytes: number): void;
  /** How many bytes are held. */
  held(): number;
}

/**
 * @param maxBytes of the process. One owner gets half of it, and so do all owners without a valid credential together: the rest is for the others. With as many
 * owners as hold bytes at a time, the map is bounded by the number of connections
 */
export function createByteBudget(maxBytes: number): ByteBudget {
  const share = maxBytes / 2;
  const byOwner = new Map<string, number>();
  let total = 0;
  let anonymous = 0;

  return {
    take({ id, isAuthenticated }, bytes) {
      const own = (byOwner.get(id) ?? 0) + bytes;
      if (total + bytes > maxBytes || own > share || (!isAuthenticated && anonymous + bytes > share)) return false;
      byOwner.set(id, own);
      total += bytes;
      if (!isAuthenticated) anonymous += bytes;
      return true;
    },
    give({ id, isAuthenticated }, bytes) {
      const own = (byOwner.get(id) ?? 0) - bytes;
      if (own > 0) byOwner.set(id, own);
      else byOwner.delete(id);
      total -= bytes;
      if (!isAuthenticated) anonymous -= bytes;
    },
    held: () => total,
  };
}
