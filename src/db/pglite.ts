import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { databaseFolder, explainFolderError } from './data-folder.ts';
import { IN_MEMORY, lockDataFolder } from './data-folder-lock.ts';
import { createPgliteGate } from './pglite-gate.ts';
import { PgliteStream } from './pglite-stream.ts';
import { createPrivately, makeFilesPrivate, makeFolderPrivate } from './private-folder.ts';

export interface EmbeddedServer {
  /** A new connection, for node-postgres. Close the one before first: see PgliteStream. */
  connect(): Duplex;
  /** The whole database as a tar file, which `openPglite` takes as `image`. */
  dump(): Promise<Blob>;
  /** Makes the files private that have been written by now: the database gives some of them a mode of its own. */
  secure(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the embedded database of a folder, and makes it when there is none. The folder stays locked until `close`, and is private to the process's user. In
 * memory, `image` is what the database starts from.
 *
 * @param warn reports that the folder cannot be made private
 * @throws DataFolderError when another process has the folder, or it cannot be used
 */
export async function openPglite(folder: string, image?: Blob, warn: (message: string) => void = () => {}): Promise<EmbeddedServer> {
  if (folder === IN_MEMORY)
    return serve(
      await start('memory://', image),
      async () => {},
      async () => {},
    );
  createPrivately();
  const unlock = await lockDataFolder(folder).catch((error: unknown) => {
    throw explainFolderError(folder, error);
  });
  try {
    const isOwn = await makeFolderPrivate(folder, warn);
    const lite = await openFolder(folder);
    const secure = async () => (isOwn ? makeFilesPrivate(folder, warn) : undefined);
    await secure();
    return serve(lite, secure, unlock);
  } catch (error) {
    await unlock();
    throw explainFolderError(folder, error);
  }
}

/** A new database is made under another name first: a process that dies while making it leaves nothing that looks like a database. */
async function openFolder(folder: string): Promise<PGlite> {
  const database = databaseFolder(folder);
  if (!existsSync(database)) {
    const unfinished = `${database}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await (await start(unfinished)).close();
    await rename(unfinished, database);
  }
  return start(database);
}

function start(dataDir: string, image?: Blob): Promise<PGlite> {
  return PGlite.create({ dataDir, extensions: { pg_trgm }, ...(image ? { loadDataDir: image } : {}) });
}

function serve(lite: PGlite, secure: () => Promise<void>, unlock: () => Promise<void>): EmbeddedServer {
  const gate = createPgliteGate();
  return {
    connect: () => new PgliteStream(lite, gate),
    secure,
    dump: () => lite.dumpDataDir('none'),
    async close() {
      await lite.close();
      await unlock();
    },
  };
}
