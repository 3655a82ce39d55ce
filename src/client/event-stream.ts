/** One message of an event stream. */
export interface StreamMessage {
  event: string;
  id: string | null;
  data: string;
}

/**
 * Reads server-sent events, as the HTML standard has them, from the body of a response. Comments and `retry` are left out.
 *
 * @param onActivity hears of every piece that arrives, comments included
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
  onActivity: () => unknown,
): AsyncGenerator<StreamMessage, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let fields: [string, string][] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onActivity();
      rest += decoder.decode(value, { stream: true });
      // A carriage return at the very end may be half of a line's end.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') fields.push(parseField(line));
        else {
          const message = toMessage(fields);
          fields = [];
          if (message) yield message;
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parseField(line: string): [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}

function toMessage(fields: [string, string][]): StreamMessage | null {
  const all = (name: string) => fields.filter(([field]) => field === name).map(([, value]) => value);
  const data = all('data');
  if (data.length === 0) return null;
  return { event: all('event').at(-1) ?? 'message', id: all('id').at(-1) ?? null, data: data.join('\n') };
}
