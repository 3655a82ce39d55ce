#!/usr/bin/env -S node --max-semi-space-size=32
// The command line: the only place with arguments, output and exit codes.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ADMINISTRATION } from './cli/administration.ts';
import { UsageError } from './cli/arguments.ts';
import { FirstKeyError, firstKeyPlace } from './cli/first-key.ts';
import { operatorActor } from './cli/operator.ts';
import { serve } from './cli/serve.ts';
import { showOnTerminal } from './cli/terminal.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { DataFolderError } from './db/data-folder-lock.ts';
import { createDatabase } from './db/database.ts';
import { bootstrap } from './domain/bootstrap.ts';
import type { Deps } from './domain/deps.ts';
import { DomainError } from './domain/errors.ts';
import { ManifestError } from './server/persisted/manifest.ts';

const USAGE = `Usage: tour-gateway COMMAND [OPTIONS]

  serve      serve HTTP until stopped (the default)
  migrate    bring the database up to date, and fill an empty one
${Object.entries(ADMINISTRATION)
  .map(([name, { usage }]) => `  ${name} ${usage}`)
  .join('\n')}

Settings come from the environment; .env.example lists them. An embedded database is open to one process at a time: stop the server, or use its GraphQL API.
`;

async function main([name = 'serve', ...rest]: string[]): Promise<void> {
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(USAGE);
    return;
  }
  const command = ADMINISTRATION[name];
  if (!command && name !== 'serve' && name !== 'migrate') throw new UsageError(`there is no command '${name}'`);
  const { values } = parseArgs({ args: rest, options: command?.options ?? {}, strict: true });
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = loadConfig(process.env);
  if (name === 'serve') return serve(config);

  const db = await createDatabase(config, (message) => process.stderr.write(`${message}\n`));
  try {
    const deps = {
      db,
      clock: () => new Date(),
      contentWriter: null,
      capture: () => {},
      retentionDays: config.retentionDays,
      maxContentBytes: config.maxContentBytes,
    };
    if (!command) return print(await fill(deps, config));
    await bootstrap(deps, config, firstKeyPlace(config, showOnTerminal()).keep);
    const result = await command.run(deps, await operatorActor(deps), values);
    if (command.print && values.json !== true) process.stdout.write(command.print(result as never));
    else print(result);
  } finally {
    await db.close();
  }
}

/** Fills an empty database. Its first key is printed, unless it came from the environment. */
async function fill(deps: Deps, config: Config) {
  const made = await bootstrap(deps, config);
  return { migrated: true, firstKey: config.bootstrapPersonalApiKey === undefined ? (made?.personalApiKey ?? null) : null };
}

function print(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

/** Whether the message says it all: what somebody asked for, set, or has to look after; no fault of the program, whose stack would be wanted. */
function isPlain(error: unknown): error is Error {
  if (
    error instanceof ConfigError ||
    error instanceof DomainError ||
    error instanceof DataFolderError ||
    error instanceof FirstKeyError ||
    error instanceof ManifestError
  )
    return true;
  // What the system refused, such as a port that is taken, and what PostgreSQL did.
  return error instanceof Error && ('syscall' in error || 'severity' in error);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage =
    error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  process.stderr.write(`tour-gateway: ${isUsage || isPlain(error) ? error.message : (error as Error).stack}\n`);
  if (isUsage) process.stderr.write(`\n${USAGE}`);
  process.exit(isUsage ? 2 : 1);
});
