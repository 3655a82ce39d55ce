import { WebSocket } from 'ws';

/** A look inside a process that runs with `--inspect`, which itself knows nothing of it. */
export interface Inspector {
  /** Bytes of JavaScript's heap that are in use once everything that nobody needs has been collected. */
  heapUsed(): Promise<number>;
  /** What keeps the process busy: its sockets and timers, by their kind. */
  resources(): Promise<Map<string, number>>;
  close(): void;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: { message: string };
}

/** @param url as the process prints it at its start: ws://… */
export async function openInspector(url: string): Promise<Inspector> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let calls = 0;

  function call<Result>(method: string, params: object = {}): Promise<Result> {
    const id = ++calls;
    return new Promise((resolve, reject) => {
      const read = (data: Buffer) => {
        const answer = JSON.parse(String(data)) as Answer;
        if (answer.id !== id) return;
        socket.off('message', read);
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result as Result);
      };
      socket.on('message', read);
      socket.send(JSON.stringify({ id, method, params }));
    });
  }

  return {
    async heapUsed() {
      // What has a finaliser goes with the second.
      for (let n = 0; n < 2; n++) await call('HeapProfiler.collectGarbage');
      const { usedSize } = await call<{ usedSize: number }>('Runtime.getHeapUsage');
      return usedSize;
    },
    async resources() {
      const expression = 'process.getActiveResourcesInfo()';
      const { result } = await call<{ result: { value: string[] } }>('Runtime.evaluate', { expression, returnByValue: true });
      const counts = new Map<string, number>();
      for (const kind of result.value) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return counts;
    },
    close: () => socket.terminate(),
  };
}
