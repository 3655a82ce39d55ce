import { chmod, lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const PERMISSIONS = 0o777;
/** Set on folders that everyone shares, such as /tmp. */
const STICKY = 0o1000;

/** What a data folder may contain; whatever else there is belongs to someone else. */
const OWN = ['pgdata', 'lock', 'first-key'];

/** What this process creates from now on is private to its user: folders 0700, files 0600. A worker thread cannot say so. */
export function createPrivately(): void {
  if (isMainThread) process.umask(PERMISSIONS & ~FOLDER_MODE);
}

/**
 * Makes a data folder private to its owner. A folder that this process does not own, such as the volume of a container, or that everyone shares stays as it is;
 * `warn` then says so.
 *
 * @returns whether the folder is this process's own
 */
export async function makeFolderPrivate(folder: string, warn: (message: string) => void): Promise<boolean> {
  // Windows has neither owners nor modes of this kind.
  const user = process.getuid?.();
  if (user === undefined) return false;
  const { uid, mode } = await stat(folder);
  if (uid !== user || (mode & STICKY) !== 0) {
    const reason = uid === user ? 'is shared' : 'belongs to another user';
    warn(`The data folder ${folder} ${reason}, so its permissions stay as they are. Make sure that no one else can read it.`);
    return false;
  }
  await repair(folder, FOLDER_MODE, mode);
  return true;
}

/** Makes all private that the database has in its data folder. What cannot be changed is reported to `warn`. */
export async function makeFilesPrivate(folder: string, warn: (message: string) => void): Promise<void> {
  for (const name of OWN) await repairTree(path.join(folder, name), warn);
}

async function repairTree(root: string, warn: (message: string) => void): Promise<void> {
  const kind = await lstat(root).catch(() => null);
  const inside = kind?.isDirectory() ? await readdir(root, { recursive: true, withFileTypes: true }) : [];
  const paths = [...(kind ? [root] : []), ...inside.map((entry) => path.join(entry.parentPath, entry.name))];
  const failures = (await Promise.all(paths.map(repairPath))).filter((failed) => failed !== null);
  if (failures.length > 0) warn(`The permissions of ${failures.length} files in ${root} could not be changed: ${failures[0]}`);
}

/** @returns the reason why it could not be made private; null: it is */
async function repairPath(file: string): Promise<string | null> {
  try {
    const found = await lstat(file);
    // A link is not followed: what it names may be anyone's.
    if (found.isDirectory()) await repair(file, FOLDER_MODE, found.mode);
    else if (found.isFile()) await repair(file, FILE_MODE, found.mode);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : (error as Error).message;
  }
}

async function repair(file: string, wanted: number, mode: number): Promise<void> {
  if ((mode & PERMISSIONS) !== wanted) await chmod(file, wanted);
}
