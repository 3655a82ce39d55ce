/** Limits what is open, by the key, the user and the project that it counts for. */
export interface Places {
  /**
   * Takes a place.
   *
   * @returns a function that releases the place; calling it again has no effect
   * @throws DomainError RATE_LIMITED, whose message names the limit
   */
  take(owner: { keyId: string | null; userId: number | null; projectId: number | null }): () => void;
  /** How many places are taken. */
  open(): number;
}
