import { LRUCache } from 'lru-cache';

const WINDOW_MS = 60_000;

/** Addresses beyond this push out the one that has been quiet longest: some hundred bytes each. */
const MAX_ADDRESSES = 10_000;

/** Credentials beyond this push out the one that was verified longest ago: some hundred bytes each. */
const MAX_GOOD = 10_000;

/** How long a credential that was good is remembered, in milliseconds. */
const GOOD_MS = 3_600_000;

/**
 * Counts the wrong credentials of each client address; a node counts its own. Credentials that were good lately are known by their hash, so that a client that
 * shares an address or a proxy with an attacker is not locked out.
 */
export interface WrongCredentials {
  /** The milliseconds until this address may send unknown credentials again; 0: it may. */
  wait(address: string): number;
  count(address: string): void;
  /** Remembers a credential that was good. */
  remember(hash: string): void;
  wasGood(hash: string): boolean;
}

/** No limit at all. */
export const unlimitedCredentials: WrongCredentials = { wait: () => 0, count() {}, remember() {}, wasGood: () => false };

/**
 * @param perMinute how many wrong credentials an address may send a minute
 * @param blockOf what shares a budget with an address
 */
export function createWrongCredentials(perMinute: number, blockOf: (address: string) => string, clock: () => Date): WrongCredentials {
  const windows = new LRUCache<string, { count: number; endsAt: number }>({ max: MAX_ADDRESSES });
  const good = new LRUCache<string, true>({ max: MAX_GOOD, ttl: GOOD_MS });
  return {
    wait(address) {
      // Nearly always there is nothing to look up.
      if (windows.size === 0) return 0;
      const window = windows.get(blockOf(address));
      return window && window.count >= perMinute ? Math.max(0, window.endsAt - clock().getTime()) : 0;
    },
    count(address) {
      const block = blockOf(address);
      const now = clock().getTime();
      const window = windows.get(block);
      if (window && window.endsAt > now) window.count += 1;
      else windows.set(block, { count: 1, endsAt: now + WINDOW_MS });
    },
    remember: (hash) => void good.set(hash, true),
    wasGood: (hash) => good.has(hash),
  };
}
