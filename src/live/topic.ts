/** What a feed is about: one tour, or with a null tour id every tour of the project. */
export interface Topic {
  readonly projectId: number;
  readonly tourId: string | null;
}

/** How far a feed has been followed. */
export interface Position {
  /** Everything up to this sequence of the project has been seen. */
  readonly sequence: number;
  /** The last revision seen of the feed's tour; 0 in a project's feed. */
  readonly revision: number;
}
