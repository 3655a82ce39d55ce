import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { median, percentile } from '../statistics.ts';
import { followers, startGateway } from './gateway.ts';
import { untilReached } from './load.ts';
import { type ServerProcess, startCrowd, startServer } from './process.ts';
import { type CrowdOrder, type CrowdReport, stamp } from './protocol.ts';

export interface Broadcast {
  open: number;
  lost: number;
  p50: number;
  p99: number;
  /** Microseconds of the server's processor time. */
  cpuPerDelivery: number;
  /** Bytes. */
  memoryPerSocket: number;
  connections: number | null;
}

interface Side {
  server: ServerProcess;
  order: CrowdOrder;
  /** Causes one event. */
  send(): Promise<void>;
  connections(): Promise<number | null>;
}

/** Many sockets that all follow one tour, and one save a second: the gateway, and a bare broadcast of the same bytes. */
export async function measureBroadcast(sockets: number, events: number): Promise<{ gateway: Broadcast; floor: Broadcast }> {
  const { side, message } = await gatewaySide(sockets);
  const gateway = await measure(side, events);
  const floor = await measure(await floorSide(sockets, message), events);
  return { gateway, floor };
}

async function gatewaySide(sockets: number): Promise<{ side: Side; message: string }> {
  const server = await startGateway();
  const tourId = await server.createTour('Watched');
  const order = followers(server, tourId, sockets);
  await server.save(tourId, stamp());
  const message = await captureMessage(order, () => server.save(tourId, stamp()));
  return { side: { server, order, send: () => server.save(tourId, stamp()), connections: server.connections }, message };
}

async function floorSide(sockets: number, message: string): Promise<Side> {
  const server = await startServer('test/bench/live/bare-ws.ts', []);
  const order: CrowdOrder = { url: server.url.replace('http', 'ws'), sockets, subprotocol: null, greeting: ['one', 'two'] };
  const send = async () => {
    const body = message.replace(/@[\d.]+@/, stamp());
    await fetch(server.url, { method: 'POST', body });
  };
  return { server, order, send, connections: async () => null };
}

/** What one follower gets for a save. */
async function captureMessage(order: CrowdOrder, save: () => Promise<void>): Promise<string> {
  const socket = new WebSocket(order.url, order.subprotocol ?? []);
  const messages: string[] = [];
  socket.on('message', (data) => messages.push(String(data)));
  const received = async (count: number) => {
    while (messages.length < count) await sleep(10);
  };
  await new Promise((resolve) => socket.once('open', resolve));
  for (const [n, greeting] of order.greeting.entries()) {
    socket.send(greeting);
    await received(n + 1);
  }
  await save();
  await received(order.greeting.length + 1);
  socket.close();
  return messages.at(-1) ?? '';
}

async function measure({ server, order, send, connections }: Side, events: number): Promise<Broadcast> {
  const crowd = startCrowd();
  try {
    await warmUp(server, order);
    const memoryBefore = server.memory();
    const open = await crowd.open(order);
    await sleep(3_000);
    const memory = server.memory() - memoryBefore;
    for (let n = 0; n < 3; n++) {
      await send();
      await sleep(1_000);
    }
    const before = await crowd.report();
    const cpuBefore = server.cpu();
    for (let n = 0; n < events; n++) {
      await send();
      await sleep(1_000);
    }
    const expected = before.delivered + open * events;
    const latencies: number[] = [];
    let report: CrowdReport = before;
    await untilReached(async () => {
      report = await crowd.report();
      latencies.push(...report.latencies);
      return report.delivered;
    }, expected);
    return {
      open: open - report.closed,
      lost: expected - report.delivered,
      p50: median(latencies),
      p99: percentile(latencies, 0.99),
      cpuPerDelivery: ((server.cpu() - cpuBefore) * 1000) / (report.delivered - before.delivered),
      memoryPerSocket: memory / open,
      connections: await connections(),
    };
  } finally {
    await crowd.close();
    await server.stop();
  }
}

/** Some sockets that come and go, so that what a first socket costs is not counted to the many. */
async function warmUp(server: ServerProcess, order: CrowdOrder): Promise<void> {
  const crowd = startCrowd();
  await crowd.open({ ...order, sockets: 200 });
  await crowd.close();
  await sleep(1_000);
  server.cpu();
}
