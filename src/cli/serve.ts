import cluster from 'node:cluster';
import type { Config } from '../config.ts';
import { startApp } from '../server/app.ts';
import { firstKeyPlace } from './first-key.ts';
import { greeting } from './greeting.ts';
import { showOnTerminal } from './terminal.ts';
import { onClose, serveWithWorkers } from './workers.ts';

/** Serves until SIGTERM or SIGINT, then completes what is under way and ends the process with 0. A second signal ends it at once. */
export async function serve(config: Config): Promise<void> {
  if (config.workers > 1 && cluster.isPrimary) return serveWithWorkers(config);
  const firstKey = firstKeyPlace(config, showOnTerminal());
  const app = await startApp(config, {}, firstKey.keep);
  if (cluster.isPrimary) process.stderr.write(`${greeting(app.url, app.bootstrapped, firstKey.command())}\n`);
  onClose(() => {
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`could not close cleanly: ${error}\n`);
        process.exit(1);
      },
    );
  });
}
