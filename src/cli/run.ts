import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { loadRemoteGateway } from '../config/remote-gateway.ts';
import { SetupError } from '../config/setup-error.ts';
import { type Config, loadConfig } from '../config.ts';
import type { GatewayCommand } from './commands/command.ts';
import { CommandError, type Gateway } from './gateway.ts';
import { format } from './output.ts';
import { printNow, progress } from './terminal.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Json {
  json?: true;
}

export interface ServeOptions {
  port?: number;
  host?: string;
  dataDir?: string;
}

// What a command needs is loaded when it runs: help and usage errors come at once, and a start reports something before it has loaded the server.

export async function runServe(env: Environment, { port, host, dataDir }: ServeOptions): Promise<void> {
  loadEnvFile();
  if (dataDir !== undefined && env.DATABASE_URL?.trim()) {
    throw new SetupError('--data-dir is the folder of an embedded database, but DATABASE_URL is set. Remove one of the two.');
  }
  const given = Object.entries({ PORT: port, HOST: host, DATA_DIR: dataDir }).filter(([, value]) => value !== undefined);
  const config = loadConfig({ ...env, ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])) });
  if (cluster.isPrimary) progress('Starting …');
  if (cluster.isPrimary && env.TOUR_GATEWAY_URL?.trim()) {
    process.stderr.write('TOUR_GATEWAY_URL is not used: `serve` starts a gateway of its own.\n');
  }
  const { serve } = await import('./serve.ts');
  await serve(config);
}

export async function runMigrate(env: Environment, options: Json): Promise<void> {
  loadEnvFile();
  if (loadRemoteGateway(env)) {
    throw new SetupError(
      '`migrate` works on the database itself, not through a running gateway. Run it where DATABASE_URL or DATA_DIR is, without TOUR_GATEWAY_URL.',
    );
  }
  const { migrate } = await import('./migrate.ts');
  await migrate(loadConfig(env), options.json === true);
}

/** Runs a command on the running gateway that the settings name, or else on the database. */
export async function runOnGateway(env: Environment, command: GatewayCommand, { json, ...options }: Json): Promise<void> {
  loadEnvFile();
  const gateway = await openGateway(env, command);
  try {
    process.stdout.write(format(await command.run(gateway.ask, options as never), json === true));
  } catch (error) {
    throw error instanceof CommandError ? gateway.explain(error) : error;
  } finally {
    await gateway.close();
  }
}

async function openGateway(env: Environment, { creates }: GatewayCommand): Promise<Gateway> {
  const remote = loadRemoteGateway(env);
  if (remote) return (await import('./remote-gateway.ts')).openRemoteGateway(remote);
  const config: Config = loadConfig(env);
  const { openLocalGateway } = await import('./local-gateway.ts');
  return openLocalGateway(config, { keepFirstKey: creates ? showFirstKey : null, log: (message) => process.stderr.write(`${message}\n`) });
}

/** Before the database has it: a key that cannot be shown is not made. */
async function showFirstKey(secret: string): Promise<void> {
  printNow(process.stderr, `The database was empty. Its first personal API key is shown this once; keep it:\n    ${secret}\n`);
}

function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    throw new SetupError(`The file .env in the working folder cannot be read: ${(error as Error).message}.`);
  }
}
