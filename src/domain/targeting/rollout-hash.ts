import { hash } from 'node:crypto';

/** 60 bits, all of them set, rounded like the numbers that are divided by it. */
const LARGEST = 2 ** 60 - 1;

/**
 * Where a person stands between 0 and 1 for one flag: always at the same place, and evenly spread over people. The
 * first 60 bits of a SHA-1, as PostHog has it, so that a person keeps the side of a rollout whichever server is asked.
 *
 * @param salt tells the choice of a variant from the rollout
 */
export function rolloutHash(flagKey: string, distinctId: string, salt: '' | 'variant' = ''): number {
  return Number.parseInt(hash('sha1', `${flagKey}.${distinctId}${salt}`, 'hex').slice(0, 15), 16) / LARGEST;
}
