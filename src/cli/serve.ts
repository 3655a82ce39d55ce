import type { Config } from '../config.ts';
import { startApp } from '../server/app.ts';
import { greeting } from './greeting.ts';

/** Serves until SIGTERM or SIGINT, then completes what is under way and ends the process with 0. A second signal ends it at once. */
export async function serve(config: Config): Promise<void> {
  const app = await startApp(config);
  process.stderr.write(`${greeting(app.url, app.bootstrapped)}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      app.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`could not close cleanly: ${error}\n`);
          process.exit(1);
        },
      );
    });
  }
}
