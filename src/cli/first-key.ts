import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config.ts';
import { IN_MEMORY } from '../db/data-folder-lock.ts';

type Settings = Pick<Config, 'databaseUrl' | 'dataDir' | 'firstKeyFile' | 'bootstrapPersonalApiKey'>;

/** There is no place where the first key could be kept. The message says what to do about it. */
export class FirstKeyError extends Error {
  constructor() {
    super(`The database is empty, and its first personal API key can neither be shown, since this is no terminal, nor be kept. Do one of these, and start again:
  - set BOOTSTRAP_PERSONAL_API_KEY to a key of your own: phx_ and at least 16 more characters
  - set FIRST_KEY_FILE to a file to which the generated key is written
  - run \`tour-gateway migrate\`, which prints the generated key
Only the tables have been created.`);
    this.name = 'FirstKeyError';
  }
}

/** Where the first key of an empty database goes. */
export interface FirstKeyPlace {
  /**
   * Keeps a key that was generated, before its database is filled: if this fails, the database stays empty, so that no key is lost.
   *
   * @throws FirstKeyError; the system's error when the file cannot be written
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
 */
export function firstKeyPlace(config: Settings, show: ((text: string) => void) | null): FirstKeyPlace {
  let file: string | null = null;
  return {
    async keep(secret) {
      if (show) return show(`The first personal API key is shown this once; keep it:\n    ${secret}\n`);
      file = await chooseFile(config);
      await writePrivately(file, secret);
    },
    command() {
      if (config.bootstrapPersonalApiKey !== undefined) return 'KEY="$BOOTSTRAP_PERSONAL_API_KEY"';
      return file === null ? 'KEY=…   # the key above' : `KEY=$(cat '${file}')`;
    },
  };
}

async function chooseFile({ databaseUrl, dataDir, firstKeyFile }: Settings): Promise<string> {
  if (firstKeyFile !== undefined) return path.resolve(firstKeyFile);
  if (databaseUrl !== undefined) throw new FirstKeyError();
  const folder = dataDir === IN_MEMORY ? await mkdtemp(path.join(tmpdir(), 'tour-gateway-')) : dataDir;
  return path.resolve(folder, 'first-key');
}

/** Whatever had the name before is replaced, so that neither its mode nor a link leads the key elsewhere. */
async function writePrivately(file: string, secret: string): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
}
