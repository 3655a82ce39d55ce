import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError } from '../config/setup-error.ts';
import type { Config } from '../config.ts';
import { IN_MEMORY } from '../db/data-folder-lock.ts';

type Settings = Pick<Config, 'databaseUrl' | 'dataDir' | 'firstKeyFile' | 'bootstrapPersonalApiKey'>;

const WAYS = `Do one of these, and start again:
  - set BOOTSTRAP_PERSONAL_API_KEY to a key of your own: phx_ and at least 16 more characters
  - set FIRST_KEY_FILE to a file to which the generated key is written
  - run \`tour-gateway migrate\`, which prints the generated key
Only the tables have been created.`;

/** There is no place where the first key could be kept. The message says what to do about it. */
export class FirstKeyError extends SetupError {}

/** Where the first key of an empty database goes. */
export interface FirstKeyPlace {
  /**
   * Keeps a key that was generated, before its database is filled: if this fails, the database stays empty, so that no key is lost.
   *
   * @throws FirstKeyError
   */
  keep(secret: string): Promise<void>;
  /** For a shell, what sets `KEY` to the key. It does not contain the key. */
  command(): string;
}

/**
 * On a terminal a generated key is printed, once. Otherwise it is written to FIRST_KEY_FILE, which only its owner may read. A key from the environment is
 * neither printed nor written.
 *
 * @param show prints to the terminal; null: there is none
 * @param report is called with where the key is as soon as it is there: a later step of the start may fail
 */
export function firstKeyPlace(config: Settings, show: ((text: string) => void) | null, report: (message: string) => void): FirstKeyPlace {
  let file: string | null = null;
  return {
    async keep(secret) {
      if (show) return show(`The first personal API key is shown this once; keep it:\n    ${secret}\n`);
      file = await chooseFile(config);
      await writePrivately(file, secret);
      report(`The first personal API key is in the file ${file}`);
    },
    command() {
      if (config.bootstrapPersonalApiKey !== undefined) return 'KEY="$BOOTSTRAP_PERSONAL_API_KEY"';
      return file === null ? 'KEY=…   # the key above' : `KEY=$(cat '${file}')`;
    },
  };
}

async function chooseFile({ databaseUrl, dataDir, firstKeyFile }: Settings): Promise<string> {
  if (firstKeyFile !== undefined) return path.resolve(firstKeyFile);
  if (databaseUrl !== undefined) {
    throw new FirstKeyError(
      `The database is empty, and its first personal API key can neither be shown, since this is no terminal, nor be kept. ${WAYS}`,
    );
  }
  const folder = dataDir === IN_MEMORY ? await mkdtemp(path.join(tmpdir(), 'tour-gateway-')) : dataDir;
  return path.resolve(folder, 'first-key');
}

/**
 * The key is on the disk before the file has its name. Whatever had the name before is replaced, so that neither its mode nor a link leads the key elsewhere; if
 * the key cannot be written, it stays.
 */
async function writePrivately(file: string, secret: string): Promise<void> {
  const unfinished = `${file}.new`;
  try {
    await rm(unfinished, { force: true });
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(`${secret}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    const reason = `The first personal API key cannot be written to ${file}: ${(error as Error).message}.`;
    throw new FirstKeyError(`${reason} The database is still empty. ${WAYS}`, { cause: error });
  }
}
