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

/** Parts of the bytes of a process. What one owner leaves is for the others: a client that withholds the end of its bodies stops no one else. */
const PARTS = { key: 1 / 2, anonymous: 1 / 2, address: 1 / 8 };

/**
 * @param maxBytes of the process. All owners without a valid credential together get half of it, one of them an eighth. The map has no more entries than there are
 * connections
 */
export function createByteBudget(maxBytes: number): ByteBudget {
  const byOwner = new Map<string, number>();
  let total = 0;
  let anonymous = 0;

  return {
    take({ id, isAuthenticated }, bytes) {
      const own = (byOwner.get(id) ?? 0) + bytes;
      if (total + bytes > maxBytes || own > maxBytes * (isAuthenticated ? PARTS.key : PARTS.address)) return false;
      if (!isAuthenticated && anonymous + bytes > maxBytes * PARTS.anonymous) return false;
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
