import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile } from '../statistics.ts';
import { followers, startGateway } from './gateway.ts';
import { atRate, untilReached } from './load.ts';
import { startCrowd } from './process.ts';
import { stamp } from './protocol.ts';

export interface Editing {
  open: number;
  saves: number;
  savesPerSecond: number;
  delivered: number;
  lost: number;
  /** Milliseconds from the beginning of a save to its event at a follower. */
  p50: number;
  p99: number;
}

/** Many followers of several tours, which are saved at a steady rate. */
export async function measureEditing(options: { tours: number; sockets: number; perSecond: number; seconds: number }): Promise<Editing> {
  const { tours, sockets, perSecond, seconds } = options;
  const gateway = await startGateway();
  const crowds = Array.from({ length: tours }, () => 0);
  const crowd = startCrowd();
  try {
    const tourIds = await Promise.all(crowds.map((_, n) => gateway.createTour(`Tour ${n}`)));
    let open = 0;
    for (const tourId of tourIds) open = await crowd.open(followers(gateway, tourId, sockets / tours));
    const tourAt = (n: number) => tourIds[n % tours] as string;
    await atRate(perSecond, perSecond * 3, (n) => gateway.save(tourAt(n), stamp()));
    await sleep(1_000);
    const before = await crowd.report();
    const saves = perSecond * seconds;
    const start = performance.now();
    await atRate(perSecond, saves, (n) => gateway.save(tourAt(n), stamp()));
    const took = (performance.now() - start) / 1000;
    const expected = (saves * sockets) / tours;
    const latencies: number[] = [];
    const delivered = await untilReached(async () => {
      const report = await crowd.report();
      latencies.push(...report.latencies);
      return report.delivered - before.delivered;
    }, expected);
    return {
      open,
      saves,
      savesPerSecond: saves / took,
      delivered,
      lost: expected - delivered,
      p50: median(latencies),
      p99: percentile(latencies, 0.99),
    };
  } finally {
    await crowd.close();
    await gateway.stop();
  }
}
