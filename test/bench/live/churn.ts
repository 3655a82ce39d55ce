import { setTimeout as sleep } from 'node:timers/promises';
import { followers, startGateway } from './gateway.ts';
import { startCrowd } from './process.ts';

/** How many are open at once. */
const TOGETHER = 2_000;

interface Left {
  /** Bytes in use after a forced collection. */
  heap: number;
  /** Bytes of resident memory. */
  resident: number;
  sockets: number;
  timers: number;
}

/** After the first fifth, and after all. */
export interface Churn {
  before: Left;
  after: Left;
}

/** Sockets that subscribe and go, again and again: what is left of them in the gateway. */
export async function measureChurn(times: number): Promise<Churn> {
  const gateway = await startGateway({ inspect: true });
  const inspector = await gateway.inspector();
  const tourId = await gateway.createTour('Watched');
  const comeAndGo = async (sockets: number) => {
    for (let left = sockets; left > 0; left -= TOGETHER) {
      const crowd = startCrowd();
      await crowd.open(followers(gateway, tourId, Math.min(left, TOGETHER)));
      await crowd.close();
    }
    await sleep(2_000);
  };
  const measure = async (): Promise<Left> => {
    const resources = await inspector.resources();
    const sockets = resources.get('TCPSocketWrap') ?? 0;
    const timers = (resources.get('Timeout') ?? 0) + (resources.get('Immediate') ?? 0);
    return { heap: await inspector.heapUsed(), resident: gateway.memory(), sockets, timers };
  };
  try {
    await comeAndGo(times / 5);
    const before = await measure();
    await comeAndGo(times - times / 5);
    return { before, after: await measure() };
  } finally {
    inspector.close();
    await gateway.stop();
  }
}
