import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { type CrowdOrder, type CrowdReport, now, readStamp, SOCKET_ID } from './protocol.ts';

/** A process of its own with many sockets, which only counts and looks at the clock. */
const sockets: WebSocket[] = [];
const report: CrowdReport = { open: 0, delivered: 0, closed: 0, latencies: [] };

/** How many sockets are being opened at the same time. */
const OPENING = 50;

async function open({ url, sockets: count, greeting, subprotocol }: CrowdOrder): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await connect(url, greeting, subprotocol);
  };
  await Promise.all(Array.from({ length: OPENING }, worker));
  process.send?.({ opened: report.open });
}

function connect(url: string, greeting: string[], subprotocol: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, subprotocol ?? [], { perMessageDeflate: false });
    const id = randomUUID();
    const rest = greeting.map((message) => message.replace(SOCKET_ID, id));
    sockets.push(socket);
    const go = () => {
      const message = rest.shift();
      if (message !== undefined) return socket.send(message);
      report.open += 1;
      socket.off('message', go);
      socket.on('message', receive);
      resolve();
    };
    socket.once('open', go);
    socket.on('message', go);
    socket.once('error', reject);
    socket.once('close', (code, reason) => {
      report.closed += 1;
      reject(new Error(`The socket was closed with ${code} ${reason}.`));
    });
  });
}

function receive(data: Buffer): void {
  const began = readStamp(data.toString());
  if (began === null) return;
  report.delivered += 1;
  report.latencies.push(now() - began);
}

process.on('message', async (message: { open?: CrowdOrder; report?: true; close?: true }) => {
  if (message.open) await open(message.open);
  if (message.report) process.send?.({ ...report, latencies: report.latencies.splice(0) });
  if (message.close) {
    for (const socket of sockets) socket.terminate();
    process.disconnect();
  }
});
