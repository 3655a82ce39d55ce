/** Counts what each key has open. Whoever comes without a key counts as one. */
export interface Quota {
  /** @returns the end of it, which may be called twice; null when the key has as many open as it may */
  take(keyId: string | null): (() => void) | null;
  /** How many are open, of all keys. */
  open(): number;
}

export function createQuota(limit: number): Quota {
  const counts = new Map<string | null, number>();

  return {
    take(keyId) {
      const count = counts.get(keyId) ?? 0;
      if (count >= limit) return null;
      counts.set(keyId, count + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (counts.get(keyId) ?? 1) - 1;
        if (left === 0) counts.delete(keyId);
        else counts.set(keyId, left);
      };
    },
    open: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}
