import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { SetupError } from '../config/setup-error.ts';
import { findProcess } from './running-process.ts';

/** The data folder that keeps nothing. */
export const IN_MEMORY = ':memory:';

interface Owner {
  pid: number;
  /** Tells the process from a later one with the same pid; null where the system does not say. */
  startedAt: string | null;
  /** A pid means nothing on another host, nor in another container. */
  host: string;
}

/** The folder belongs to another process, or may. The message says what to do about it. */
export class DataFolderError extends SetupError {
  /** Whether the process that has the folder is known to run. */
  readonly isInUse: boolean;

  constructor(message: string, { isInUse = false, ...options }: ErrorOptions & { isInUse?: boolean } = {}) {
    super(message, options);
    this.isInUse = isInUse;
  }
}

/**
 * Claims a data folder for this process, since two processes on one embedded database destroy it. The claim is a file, `lock`, that names the owner; one
 * left behind by a dead process is taken over.
 *
 * @returns the release
 * @throws DataFolderError
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  await createFolder(path.resolve(folder));
  const file = path.join(folder, 'lock');
  if (!(await createLock(file))) await takeOver(folder, file);
  return () => rm(file, { force: true });
}

/** As `mkdir` with `recursive`, which never ends where a folder cannot have others, as in /proc. */
async function createFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (!found && parent !== folder) await createFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another process may have been faster.
    if (error.code !== 'EEXIST' || found) throw error;
  });
}

/** @returns whether it was made; false when it already exists */
async function createLock(file: string): Promise<boolean> {
  const owner: Owner = { pid: process.pid, startedAt: findProcess(process.pid)?.startedAt ?? null, host: hostname() };
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify(owner));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Replaces a dead process's lock. A second file makes the look and the replacement one step: of two processes that see the same dead owner, one goes on. */
async function takeOver(folder: string, file: string): Promise<void> {
  const takeover = `${file}.takeover`;
  if (!(await createLock(takeover))) {
    throw new DataFolderError(
      `Another process is taking over the data folder ${folder} just now. Try again; if this stays, remove ${takeover}.`,
    );
  }
  try {
    await requireDeadOwner(folder, file);
    await rm(file, { force: true });
    if (!(await createLock(file))) throw new DataFolderError(`Another process has just taken the data folder ${folder}.`);
  } finally {
    await rm(takeover, { force: true });
  }
}

async function requireDeadOwner(folder: string, file: string): Promise<void> {
  const owner = await readOwner(file);
  if (owner === 'released') return;
  if (owner === 'unreadable')
    throw new DataFolderError(`The lock of the data folder ${folder} cannot be read. If no process uses the folder, remove ${file}.`);
  if (owner.host !== hostname()) {
    throw new DataFolderError(
      `The data folder ${folder} belongs to process ${owner.pid} on host ${owner.host}, which cannot be checked from here. If it is gone, remove ${file}.`,
    );
  }
  const running = findProcess(owner.pid);
  if (running && (owner.startedAt === null || running.startedAt === owner.startedAt)) {
    throw new DataFolderError(
      `The data folder ${folder} is in use by process ${owner.pid}: an embedded database serves one process at a time. ` +
        'Stop that process, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.',
      { isInUse: true },
    );
  }
}

async function readOwner(file: string): Promise<Owner | 'released' | 'unreadable'> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'released' : 'unreadable';
  }
}
