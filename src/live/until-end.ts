import type { LiveStream } from './live-stream.ts';

/** A stream that completes when another one does, whose events nobody needs, and which ends with it. */
export function untilEnd<Event>(source: LiveStream<Event>, other: LiveStream<unknown>): LiveStream<Event> {
  async function wait(): Promise<void> {
    try {
      while (!(await other.next()).done);
      await source.return();
    } catch (error) {
      source.fail(error);
    }
  }
  void wait();

  const stream: LiveStream<Event> = {
    [Symbol.asyncIterator]: () => stream,
    async next() {
      const result = await source.next();
      if (result.done) await other.return();
      return result;
    },
    async return() {
      await other.return();
      return source.return();
    },
    fail(error) {
      source.fail(error);
      void other.return();
    },
  };
  return stream;
}
