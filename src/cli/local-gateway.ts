import { execute, type GraphQLError } from 'graphql';
import type { Config } from '../config.ts';
import { DataFolderError } from '../db/data-folder-lock.ts';
import { NoDatabaseError, openExistingDatabase } from '../db/existing-database.ts';
import { databasePlace } from '../db/place.ts';
import { bootstrap, type KeepFirstKey } from '../domain/bootstrap.ts';
import { DomainError, NotFoundError } from '../domain/errors.ts';
import { Context, type Services } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import { urlOf } from '../server/url.ts';
import { commandDeps } from './command-deps.ts';
import { CommandError, type Gateway, withSubject } from './gateway.ts';
import { operatorActor } from './operator.ts';

interface Options {
  /** Set for a command that fills an empty database first: receives the first key. Null: an empty database is an error. */
  keepFirstKey: KeepFirstKey | null;
  log(message: string): void;
}

/**
 * Runs commands on the database itself, which has to exist, with the rights of those who can reach it.
 *
 * @throws SetupError
 */
export async function openLocalGateway(config: Config, { keepFirstKey, log }: Options): Promise<Gateway> {
  const db = await openExistingDatabase(config, log, keepFirstKey !== null).catch((error: unknown) => {
    throw error instanceof DataFolderError && error.isInUse ? pointToServer(config, error) : error;
  });
  const place = databasePlace(config);
  const deps = commandDeps(config, db);
  if (keepFirstKey) await bootstrap(deps, config, keepFirstKey);
  const actor = await operatorActor(deps);
  if (!actor) {
    await db.close();
    throw new NoDatabaseError(`The ${place} has no user yet. \`tour-gateway migrate\` creates the first one.`);
  }
  // The documents of commands subscribe to nothing, and no subscription of this process has to learn of their changes.
  const services = { deps, access: { renewCallers() {} } } as unknown as Services;
  const journal = { requestId: '', log: { warn: (_: object, message: string) => log(message) } };
  return {
    async ask(document, variables) {
      const contextValue = new Context(services, { actor, isTrusted: true }, journal);
      const { data, errors } = await execute({ schema, document, contextValue, variableValues: variables as Record<string, unknown> });
      if (errors?.[0]) throw asCommandError(errors[0]);
      // Resolvers return objects of their own, without a prototype.
      return JSON.parse(JSON.stringify(data));
    },
    explain: (error) => withSubject(error, `in the ${place}`),
    close: () => db.close(),
  };
}

/** A fault of the program keeps its stack. */
function asCommandError(error: GraphQLError): Error {
  const cause = error.originalError;
  if (cause instanceof NotFoundError) return new CommandError(cause.message, cause);
  if (cause instanceof DomainError || !cause) return new CommandError((cause ?? error).message);
  return cause;
}

function pointToServer({ host, port }: Config, { message }: DataFolderError): DataFolderError {
  return new DataFolderError(
    `${message}\nIf that process is a gateway, use it instead: set TOUR_GATEWAY_URL to its address, such as ${urlOf(host, port)}, and TOUR_GATEWAY_KEY to a key.`,
  );
}
