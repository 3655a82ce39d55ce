/** A value from elsewhere that is never more than a set age old. */
export interface Fresh<T> {
  get(): T | Promise<T>;
  /** The value as it was last loaded, however old; undefined before that. */
  peek(): T | undefined;
  /** What is known, and what is being loaded just now, counts no more. */
  expire(): void;
}

/**
 * Keeps a value for so many milliseconds and then loads it again when it is next asked for. One load at a time: whoever asks meanwhile waits for it, or for
 * the one after it when the value has expired since it began, or the load takes longer than the value keeps.
 *
 * @param load is given the value before, to keep what has not changed
 */
export function createFresh<T>(load: (known: T | undefined) => Promise<T>, maxAgeMs: number): Fresh<T> {
  let known: T | undefined;
  let goodUntil = 0;
  let startedAt = 0;
  let current: Promise<T> | null = null;
  let hasExpired = false;
  let next: Promise<T> | null = null;

  async function run(): Promise<T> {
    startedAt = performance.now();
    try {
      const value = await load(known);
      known = value;
      goodUntil = hasExpired ? 0 : startedAt + maxAgeMs;
      return value;
    } finally {
      current = null;
    }
  }

  function start(): Promise<T> {
    next = null;
    hasExpired = false;
    current = run();
    return current;
  }

  return {
    get() {
      if (known !== undefined && performance.now() < goodUntil) return known;
      if (next) return next;
      if (!current) return start();
      if (!hasExpired && performance.now() < startedAt + maxAgeMs) return current;
      next = current.then(start, start);
      return next;
    },
    peek: () => known,
    expire() {
      goodUntil = 0;
      hasExpired = true;
    },
  };
}
