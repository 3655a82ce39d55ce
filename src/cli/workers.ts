import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { createDatabase } from '../db/database.ts';
import { databasePlace } from '../db/place.ts';
import { bootstrap } from '../domain/bootstrap.ts';
import { listen } from '../server/listen.ts';
import { readManifest } from '../server/persisted/manifest.ts';
import { urlOf } from '../server/url.ts';
import { commandDeps } from './command-deps.ts';
import { type FirstKeyPlace, firstKeyPlace } from './first-key.ts';
import { greeting } from './greeting.ts';
import { progress, showOnTerminal } from './terminal.ts';

/** What the first process says to have the others close. */
const CLOSE = 'close';

/**
 * Serves with several processes on one port, each a node like any other. The port is tried, and the database migrated and filled, before they start. One that ends by itself is
 * replaced; one that ends before it has ever served ends them all, since the next would fare no better.
 */
export async function serveWithWorkers(config: Config): Promise<void> {
  // Once here, or each process would report it.
  if (config.trustedDocuments !== undefined) readManifest(config.trustedDocuments);
  await requireFreePort(config);
  const print = (message: string) => void process.stderr.write(`${message}\n`);
  const firstKey = firstKeyPlace(config, showOnTerminal(), print);
  const made = await prepareDatabase(config, firstKey);
  let isClosing = false;

  function start(): Worker {
    const worker = cluster.fork();
    let hasServed = false;
    worker.once('listening', () => {
      hasServed = true;
    });
    worker.once('exit', (code) => {
      if (isClosing) return;
      if (!hasServed) return void close(code || 1);
      process.stderr.write(`A process ended with ${code ?? 'a signal'}; another takes its place.\n`);
      start();
    });
    return worker;
  }

  async function close(code: number): Promise<void> {
    isClosing = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const codes = workers.map(async (worker) => {
      const ended = once(worker, 'exit');
      if (worker.isConnected()) worker.send(CLOSE);
      const [workerCode] = await ended;
      return workerCode as number | null;
    });
    process.exit(code || ((await Promise.all(codes)).some((workerCode) => workerCode !== 0) ? 1 : 0));
  }

  onSignal(() => void close(0));
  const workers = Array.from({ length: config.workers }, start);
  const [at] = (await Promise.all(workers.map((worker) => once(worker, 'listening')))).flat() as Address[];
  print(greeting(urlOf(config.host, at?.port ?? config.port), config, made, firstKey.command()));
}

interface Address {
  port: number;
}

/** A port that is in use must not leave a filled database. @throws ListenError */
async function requireFreePort(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => probe.close(resolve));
}

async function prepareDatabase(config: Config, firstKey: FirstKeyPlace) {
  progress(`Preparing the ${databasePlace(config)} …`);
  const db = await createDatabase(config, (message) => process.stderr.write(`${message}\n`));
  try {
    return await bootstrap(commandDeps(config, db), config, firstKey.keep);
  } finally {
    await db.close();
  }
}

/**
 * Calls back once this process is to close: at a signal, or when the first process says so. A terminal signals all processes at once, so those that were
 * started by another listen to that one alone. A second signal ends the process there and then.
 */
export function onClose(close: () => void): void {
  if (cluster.isPrimary) {
    onSignal(close);
    return;
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
  process.on('message', (message) => {
    if (message === CLOSE) close();
  });
}

function onSignal(close: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      close();
    });
  }
}
