import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

export interface Subscription<Event> {
  /** The next event, in order. Rejects when the subscription ends first. */
  next(): Promise<Event>;
  /** Events until one satisfies the condition, that one included. */
  until(condition: (event: Event) => boolean): Promise<Event[]>;
  /** Settles when the server has completed the subscription. */
  ended: Promise<unknown>;
  close(): Promise<void>;
}

/** Subscribes over a real WebSocket and gives the values of the subscription's only field. */
export function subscribe<Event>(url: string, key: string, query: string, variables: Record<string, unknown>): Subscription<Event> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const results = client.iterate<Record<string, Event>>({ query, variables });
  let settle: (reason?: unknown) => void = () => {};
  const ended = new Promise<unknown>((resolve) => {
    settle = resolve;
  });

  async function next(): Promise<Event> {
    const result = await results.next().catch((error: unknown) => {
      settle(error);
      throw error;
    });
    if (result.done) {
      settle();
      throw new Error('The subscription has ended.');
    }
    if (result.value.errors) throw new Error(result.value.errors.map((error) => error.message).join('; '));
    return Object.values(result.value.data ?? {})[0] as Event;
  }

  return {
    next,
    async until(condition) {
      const events: Event[] = [];
      for (;;) {
        const event = await next();
        events.push(event);
        if (condition(event)) return events;
      }
    },
    ended,
    async close() {
      await results.return?.();
      await client.dispose();
    },
  };
}
