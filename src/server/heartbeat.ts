/** In how many parts a period is divided. */
const PARTS = 120;

export interface Heartbeat {
  /** @returns the end of it */
  join(beat: () => void): () => void;
  stop(): void;
}

/** Calls each member once in a period, the first time within it. However many join at once, they are called spread over the whole of it. */
export function startHeartbeat(periodMs: number): Heartbeat {
  /** Each member is one open socket. */
  const parts = Array.from({ length: PARTS }, () => new Set<() => void>());
  let joining = 0;
  let beating = 0;

  const timer = setInterval(() => {
    beating = (beating + 1) % PARTS;
    for (const beat of parts[beating] ?? []) beat();
  }, periodMs / PARTS).unref();

  return {
    join(beat) {
      joining = (joining + 1) % PARTS;
      const part = parts[joining];
      part?.add(beat);
      return () => part?.delete(beat);
    },
    stop: () => clearInterval(timer),
  };
}
