/**
 * Gives the one session of an embedded database to one connection at a time. A connection that holds it may enter again; the others wait their turn in the
 * order in which they came.
 */
export interface PgliteGate {
  enter(connection: object): Promise<void>;
  /** Only the holder may leave. */
  leave(): void;
}

export function createPgliteGate(): PgliteGate {
  let holder: object | null = null;
  /** At most one for each connection of the pool, and the one for notifications. */
  const waiting: { connection: object; admit: () => void }[] = [];

  return {
    async enter(connection) {
      if (holder === null) holder = connection;
      if (holder === connection) return;
      await new Promise<void>((admit) => waiting.push({ connection, admit }));
    },
    leave() {
      const next = waiting.shift();
      holder = next?.connection ?? null;
      next?.admit();
    },
  };
}
