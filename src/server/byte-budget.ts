import { FairShare, type Owner } from '../limits/fair-share.ts';

/** Whose bytes are counted together: a key with its user and project, or a client without a valid credential by its address. */
export type ByteOwner = Owner & {
  /** Null for a key. */
  address: string | null;
};

/** The bytes that clients have sent and this process holds: request bodies and WebSocket messages. */
export interface ByteBudget {
  /** @returns false when the process or one of the owner's shares would hold too many; nothing is counted then */
  take(owner: ByteOwner, bytes: number): boolean;
  /** The bytes are held no more. */
  give(owner: ByteOwner, bytes: number): void;
  /** How many bytes are held. */
  held(): number;
}

/**
 * Parts of the bytes of a process. What one owner leaves is for the others: a client that withholds the end of its bodies stops no one else, and neither does one
 * with several keys. All clients without a valid credential together have the part of a key.
 */
const PARTS = { project: 3 / 4, user: 5 / 8, key: 1 / 2, address: 1 / 8 };

/** @param maxBytes of the process */
export function createByteBudget(maxBytes: number): ByteBudget {
  const { project, user, key } = PARTS;
  const share = new FairShare({ process: maxBytes, project: maxBytes * project, user: maxBytes * user, key: maxBytes * key });
  /** No more entries than there are connections. */
  const byAddress = new Map<string, number>();

  return {
    take(owner, bytes) {
      const { address } = owner;
      const ofAddress = address === null ? 0 : (byAddress.get(address) ?? 0) + bytes;
      if (ofAddress > maxBytes * PARTS.address || share.reachedLimit(owner, bytes)) return false;
      if (address !== null) byAddress.set(address, ofAddress);
      share.add(owner, bytes);
      return true;
    },
    give(owner, bytes) {
      const { address } = owner;
      share.add(owner, -bytes);
      if (address === null) return;
      const left = (byAddress.get(address) ?? 0) - bytes;
      if (left > 0) byAddress.set(address, left);
      else byAddress.delete(address);
    },
    held: () => share.total,
  };
}
