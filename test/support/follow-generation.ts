import { openEventStream } from './event-stream.ts';
import { openRawSocket } from './raw-socket.ts';

interface FollowedStep {
  stepId: string;
  title: string;
  description: string;
}

/** A subscription to texts that are being written. */
export interface FollowedGeneration {
  /** The next step; null: it is over. */
  next(): Promise<FollowedStep | null>;
  /** All steps that are still to come. */
  all(): Promise<FollowedStep[]>;
  /** The errors with which it ended. */
  errors(): { message: string; extensions: Record<string, unknown> }[] | null;
  /** Breaks the connection. */
  leave(): void;
}

export type Follow = (gateway: { url: string; key: string }, input: object) => Promise<FollowedGeneration>;

const DOCUMENT = 'subscription ($input: GenerateTourContentInput!) { generateTourContent(input: $input) { stepId title description } }';

interface Told {
  data?: { generateTourContent: FollowedStep } | null;
  errors?: ReturnType<FollowedGeneration['errors']>;
}

/** @param read the next result, or null at the end */
function followed(read: () => Promise<Told | null>, leave: () => void): FollowedGeneration {
  let errors: ReturnType<FollowedGeneration['errors']> = null;
  async function next(): Promise<FollowedStep | null> {
    const told = await read();
    if (!told?.errors) return told?.data?.generateTourContent ?? null;
    errors = told.errors;
    return null;
  }
  return {
    next,
    async all() {
      const steps: FollowedStep[] = [];
      for (let step = await next(); step; step = await next()) steps.push(step);
      return steps;
    },
    errors: () => errors,
    leave,
  };
}

const overSocket: Follow = async ({ url, key }, input) => {
  const socket = await openRawSocket(url, key);
  await socket.next();
  socket.send({ id: '1', type: 'subscribe', payload: { query: DOCUMENT, variables: { input } } });
  async function read(): Promise<Told | null> {
    const { type, payload } = await socket.next();
    if (type === 'error') return { errors: payload as never };
    return type === 'next' ? (payload as Told) : null;
  }
  return followed(read, () => socket.ws.terminate());
};

const overEventStream: Follow = async ({ url, key }, input) => {
  const page = new AbortController();
  const { messages } = await openEventStream(url, key, { query: DOCUMENT, variables: { input } }, { signal: page.signal });
  async function read(): Promise<Told | null> {
    const { value } = await messages.next();
    return value?.event === 'next' ? JSON.parse(value.data) : null;
  }
  return followed(read, () => page.abort());
};

/** Both doors of subscriptions. */
export const FOLLOW: [string, Follow][] = [
  ['a WebSocket', overSocket],
  ['server-sent events', overEventStream],
];
