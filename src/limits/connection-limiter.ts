import { DomainError } from '../domain/errors.ts';
import { FairShare, type Owner, type ReachedLimit, type ShareLimits } from './fair-share.ts';

/** Counts what clients have open. Taking a place and counting it is one step, so simultaneous requests cannot exceed a limit. */
export interface ConnectionLimiter {
  /**
   * Takes a place, or `amount` of them.
   *
   * @returns a function that releases the place; calling it again has no effect
   * @throws DomainError RATE_LIMITED, whose message names the limit
   */
  take(owner: Owner, amount?: number): () => void;
  /** How many places are taken, of all owners. */
  open(): number;
}

/** @param name of what is limited, in the plural, such as `subscriptions` */
export function createConnectionLimiter(name: string, limits: ShareLimits): ConnectionLimiter {
  const share = new FairShare(limits);

  return {
    take(owner, amount = 1) {
      const reached = share.reachedLimit(owner, amount);
      if (reached) throw new DomainError('RATE_LIMITED', describeLimit(`Too many ${name}`, reached, owner));
      share.add(owner, amount);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        share.add(owner, -amount);
      };
    },
    open: () => share.total,
  };
}

const PLACES: Record<keyof ShareLimits, string> = {
  key: 'with this key or token',
  user: 'for this user, with all keys and tokens',
  project: 'for this project',
  process: 'on this server',
};

/** The message for a limit that is reached. It fits into the reason of a WebSocket close frame, which holds 123 bytes. */
export function describeLimit(what: string, { level, limit }: ReachedLimit, { keyId }: Pick<Owner, 'keyId'>): string {
  const place = keyId === null && level !== 'process' ? 'without a credential' : PLACES[level];
  return `${what} ${place}: the limit is ${limit}.`;
}
