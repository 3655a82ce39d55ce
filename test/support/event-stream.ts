/** One message of an event stream. */
export interface StreamMessage {
  event: string;
  id: string | null;
  data: string;
}

/** Opens a GraphQL operation as an event stream and gives its messages as they come, comments left out. */
export async function openEventStream(
  url: string,
  key: string,
  request: { query: string; variables?: Record<string, unknown> },
  { lastEventId, signal }: { lastEventId?: string; signal?: AbortSignal } = {},
): Promise<{ response: Response; messages: AsyncGenerator<StreamMessage> }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
    body: JSON.stringify(request),
    ...(signal && { signal }),
  });
  return { response, messages: readMessages(response) };
}

async function* readMessages(response: Response): AsyncGenerator<StreamMessage> {
  let pending = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(
    new TextDecoderStream() as never,
  ) as ReadableStream<string>) {
    pending += chunk;
    for (let end = pending.indexOf('\n\n'); end >= 0; end = pending.indexOf('\n\n')) {
      const lines = pending.slice(0, end).split('\n');
      pending = pending.slice(end + 2);
      const field = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .replace(/^ /, '') ?? null;
      const event = field('event');
      if (event !== null) yield { event, id: field('id'), data: field('data') ?? '' };
    }
  }
}
