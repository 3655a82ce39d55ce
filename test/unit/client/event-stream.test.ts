import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEventStream, type StreamMessage } from '../../../src/client/event-stream.ts';

/** The text as it may arrive: in pieces of bytes that break anywhere. */
function inPieces(text: string, breaks: number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const ends = [...breaks.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return new ReadableStream({
    start(controller) {
      for (const [n, end] of ends.entries()) controller.enqueue(bytes.subarray(ends[n - 1] ?? 0, end));
      controller.close();
    },
  });
}

async function readAll(body: ReadableStream<Uint8Array>, onActivity = () => {}): Promise<StreamMessage[]> {
  const messages: StreamMessage[] = [];
  for await (const message of readEventStream(body, onActivity)) messages.push(message);
  return messages;
}

const TEXT =
  ': hello\n\nevent: next\nid: 1\ndata: {"a":"ä€😀"}\n\nretry: 5\ndata\n\nevent:complete\ndata:\n\ndata: one\ndata:  two\n\nevent: unfinished\ndata: x';

const MESSAGES: StreamMessage[] = [
  { event: 'next', id: '1', data: '{"a":"ä€😀"}' },
  { event: 'message', id: null, data: '' },
  { event: 'complete', id: null, data: '' },
  { event: 'message', id: null, data: 'one\n two' },
];

it.each(['\n', '\r\n', '\r'])('reads messages whose lines end in %j, wherever the pieces break', async (lineEnd) => {
  const text = TEXT.replaceAll('\n', lineEnd);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 400 }), { maxLength: 40 }), async (breaks) => {
      expect(await readAll(inPieces(text, breaks))).toEqual(MESSAGES);
    }),
  );
});

it('reports every piece, comments included, and gives the body back when its reader leaves', async () => {
  let pieces = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(pieces < 3 ? ':\n\n' : 'data: x\n\n')),
    cancel() {
      isCancelled = true;
    },
  });
  for await (const { data } of readEventStream(body, () => ++pieces)) {
    expect(data).toBe('x');
    break;
  }
  expect(pieces).toBe(4);
  expect(isCancelled).toBe(true);
});
