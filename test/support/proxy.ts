import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be as bad as lines are. */
export interface Line {
  url: string;
  /** How many connections are open. */
  readonly open: number;
  /** Breaks all open connections. @returns how many */
  cut(): number;
  /** Lets nothing through any more, in connections old and new, which stay open. */
  stall(): void;
  /** Lets nothing of the server through any more, in connections old and new: what the client sends arrives, and the answer does not. */
  mute(): void;
  /** Breaks all open connections, and each new one at once. */
  refuse(): void;
  /** As at the beginning. What was stalled or muted stays so until it is cut. */
  recover(): void;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<Line> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let mood: 'well' | 'stalled' | 'muted' | 'refusing' = 'well';

  const server = createServer((near) => {
    near.on('error', () => {});
    if (mood === 'refusing') {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    const pair = { near, far };
    pairs.add(pair);
    far.on('error', () => near.destroy());
    far.on('close', () => near.destroy());
    near.on('close', () => {
      far.destroy();
      pairs.delete(pair);
    });
    if (mood === 'stalled') return;
    near.pipe(far);
    if (mood !== 'muted') far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function cut(): number {
    const count = pairs.size;
    for (const { near } of pairs) near.resetAndDestroy();
    return count;
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get open() {
      return pairs.size;
    },
    cut,
    stall() {
      mood = 'stalled';
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    mute() {
      mood = 'muted';
      for (const { near, far } of pairs) far.unpipe(near);
    },
    refuse() {
      mood = 'refusing';
      cut();
    },
    recover() {
      mood = 'well';
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}
