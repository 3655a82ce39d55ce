/** Who uses something that is limited. Null in all three: a caller without a credential. */
export interface Owner {
  keyId: string | null;
  userId: number | null;
  projectId: number | null;
}

/** How much of one thing may be in use at once, in the unit of that thing. */
export interface ShareLimits {
  /** On this process. */
  process: number;
  project: number;
  /** Of one user, with all keys and tokens. */
  user: number;
  key: number;
}

/** Of what a project may use, the part that one user may use. */
const USER_PART = 3 / 4;

/** Of what a project may use, the part that one key or token may use. */
const KEY_PART = 1 / 2;

/** Of the reserve, the part that a project may always use, however much the others use. */
const GUARANTEED_PART = 1 / 20;

/**
 * Divides what a process may have in use. Each part is at least 1.
 *
 * @param projectSharePercent the part of one project
 * @param maxOfKey a key gets no more, however large its part is
 */
export function shareLimits(process: number, projectSharePercent: number, maxOfKey = Number.POSITIVE_INFINITY): ShareLimits {
  const project = atLeastOne((process * projectSharePercent) / 100);
  return { process, project, user: atLeastOne(project * USER_PART), key: Math.min(atLeastOne(project * KEY_PART), maxOfKey) };
}

/** A limit that is reached. */
export interface ReachedLimit {
  level: keyof ShareLimits;
  limit: number;
}

/**
 * Counts what keys, users and projects have in use, and knows which limit would be exceeded. Once only the reserve is left, a project gets no more than its
 * guaranteed part of it, so that many projects together cannot shut out another one.
 *
 * The counts have one entry for each key, user and project that uses something: their number is bounded by the limit of the process.
 */
export class FairShare {
  readonly limits: ShareLimits;
  readonly #reserve: number;
  readonly #guaranteed: number;
  readonly #keys = new Counts<string>();
  readonly #users = new Counts<number>();
  readonly #projects = new Counts<number>();
  #total = 0;

  constructor(limits: ShareLimits) {
    this.limits = limits;
    this.#reserve = Math.max(0, limits.process - limits.project);
    this.#guaranteed = Math.max(1, Math.floor(this.#reserve * GUARANTEED_PART));
  }

  /** In use, of all owners. */
  get total(): number {
    return this.#total;
  }

  /** In use, of one key; of all callers without a credential for null. */
  ofKey(keyId: string | null): number {
    return this.#keys.get(keyId);
  }

  /** The limit that `amount` more would exceed, the narrowest first; null if there is room. */
  reachedLimit({ keyId, userId, projectId }: Owner, amount: number): ReachedLimit | null {
    const { limits } = this;
    if (this.#keys.get(keyId) + amount > limits.key) return { level: 'key', limit: limits.key };
    if (userId !== null && this.#users.get(userId) + amount > limits.user) return { level: 'user', limit: limits.user };
    const ofProject = this.#projects.get(projectId) + amount;
    if (ofProject > limits.project) return { level: 'project', limit: limits.project };
    const total = this.#total + amount;
    const isReserved = total > limits.process - this.#reserve && ofProject > this.#guaranteed;
    return total > limits.process || isReserved ? { level: 'process', limit: limits.process } : null;
  }

  /** @param amount negative: it is no longer in use */
  add({ keyId, userId, projectId }: Owner, amount: number): void {
    this.#total += amount;
    this.#keys.add(keyId, amount);
    this.#users.add(userId, amount);
    this.#projects.add(projectId, amount);
  }
}

/** Sums that are forgotten once they are 0. */
class Counts<Id> {
  readonly #counts = new Map<Id | null, number>();

  get(id: Id | null): number {
    return this.#counts.get(id) ?? 0;
  }

  add(id: Id | null, amount: number): void {
    const count = this.get(id) + amount;
    if (count === 0) this.#counts.delete(id);
    else this.#counts.set(id, count);
  }
}

function atLeastOne(amount: number): number {
  return Math.max(1, Math.floor(amount));
}
