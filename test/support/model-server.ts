import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ModelRequest {
  path: string;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into requests as they came over the wire
  body: any;
  /** Settles when the connection is over, whoever ended it. */
  closed: Promise<void>;
}

/** How the server treats one request. */
export type Reply = (res: ServerResponse) => void;

/** A server that speaks OpenAI's chat completions, as badly as a test wants. */
export interface ModelServer {
  /** For AI_BASE_URL. */
  url: string;
  /** What it was asked since the last `reply`, in order. */
  requests: ModelRequest[];
  /** How it treats requests from now on: one after the other, the last reply for all that follow. */
  reply(...replies: Reply[]): void;
  /** Resolves when so many requests have come since the last `reply`. */
  asked(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let replies: Reply[] = [];
  let notify = () => {};

  const server = createServer(async (req, res) => {
    const closed = new Promise<void>((resolve) => res.once('close', resolve));
    const body = JSON.parse(await readText(req));
    const reply = replies[Math.min(requests.length, replies.length - 1)];
    requests.push({ path: req.url ?? '', headers: req.headers, body, closed });
    notify();
    if (reply) reply(res);
    else res.writeHead(500).end('no reply was set');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    reply(...next) {
      replies = next;
      requests.length = 0;
    },
    async asked(count) {
      while (requests.length < count) {
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readText(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}

/** Answers with any JSON, or any text. */
export function replies(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (res) => res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

/** Answers with a chat completion whose message is this. */
export function completes(message: object, finish_reason = 'stop'): Reply {
  const choices = [{ index: 0, finish_reason, message: { role: 'assistant', ...message } }];
  return replies(200, { id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'test', choices });
}

export interface Text {
  index: number;
  title: string;
  description: string;
}

/** Answers as a model does that keeps to the schema. */
export function writes(...steps: Text[]): Reply {
  return completes({ content: JSON.stringify({ steps }) });
}

/** Takes the request and never answers. */
export const staysSilent: Reply = () => {};

/** Breaks the connection before it answers. */
export const hangsUp: Reply = (res) => res.socket?.destroy();

/** Breaks the connection in the middle of its answer. */
export const breaksOff: Reply = (res) => {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  res.write('{"choices": [', () => res.socket?.destroy());
};

/** Begins an answer and never ends it. */
export const stalls: Reply = (res) => {
  res.writeHead(200, { 'content-type': 'application/json' }).write('{"choices": [');
};

/** A chunk of a chat completion, as it goes over the wire. */
export function chunk(delta: object, finish_reason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason }];
  return `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'test', choices })}\n\n`;
}

/** Begins a stream of chunks with these and leaves it open. */
export function begins(...chunks: string[]): Reply {
  return (res) => res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(chunks.join(''));
}

/** Answers as a model does that streams: a chunk for each piece of its text, one without any before and after, and one about the costs. */
export function streams(...pieces: string[]): Reply {
  return (res) => {
    begins(chunk({ role: 'assistant', content: '' }), ...pieces.map((content) => chunk({ content })), chunk({}, 'stop'))(res);
    res.end('data: {"choices": [], "usage": {"total_tokens": 5}}\n\ndata: [DONE]\n\n');
  };
}
