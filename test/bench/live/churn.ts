import { setTimeout as sleep } from 'node:timers/promises';
import { followers, startGateway } from './gateway.ts';
import { startCrowd } from './process.ts';

/** How many are open at once. */
const TOGETHER = 2_000;

export interface Churn {
  /** Bytes of resident memory: after the first fifth, and after all. */
  before: number;
  after: number;
}

/** Sockets that subscribe and go, again and again: what is left of them in the gateway. */
export async function measureChurn(times: number): Promise<Churn> {
  const gateway = await startGateway();
  const tourId = await gateway.createTour('Watched');
  const comeAndGo = async (sockets: number) => {
    for (let left = sockets; left > 0; left -= TOGETHER) {
      const crowd = startCrowd();
      await crowd.open(followers(gateway, tourId, Math.min(left, TOGETHER)));
      await crowd.close();
    }
    await sleep(2_000);
  };
  try {
    await comeAndGo(times / 5);
    const before = gateway.memory();
    await comeAndGo(times - times / 5);
    return { before, after: gateway.memory() };
  } finally {
    await gateway.stop();
  }
}
