import cluster from 'node:cluster';
import type { Config } from '../config.ts';
import { startApp } from '../server/app.ts';
import { firstKeyPlace } from './first-key.ts';
import { greeting } from './greeting.ts';
import { progress, showOnTerminal } from './terminal.ts';
import { onClose, serveWithWorkers } from './workers.ts';

/** Serves until SIGTERM or SIGINT, then completes what is under way and ends the process with 0. A second signal ends it at once. */
export async function serve(config: Config): Promise<void> {
  if (config.workers > 1 && cluster.isPrimary) return serveWithWorkers(config);
  const print = (message: string) => void process.stderr.write(`${message}\n`);
  const firstKey = firstKeyPlace(config, showOnTerminal(), print);
  const app = await startApp(
    config,
    {},
    {
      keepFirstKey: firstKey.keep,
      listensLast: cluster.isWorker,
      ...(process.stderr.isTTY && cluster.isPrimary && { report: (message: string) => progress(`${message} …`) }),
    },
  );
  onClose(() => {
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`could not close cleanly: ${error}\n`);
        process.exit(1);
      },
    );
  });
  if (cluster.isPrimary) print(greeting(app.url, config, app.bootstrapped, firstKey.command()));
}
