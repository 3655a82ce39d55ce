import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../config/setup-error.ts';
import { DataFolderError, IN_MEMORY } from './data-folder-lock.ts';

/** Where PGlite keeps its files in a data folder. */
export function databaseFolder(dataDir: string): string {
  return path.join(dataDir, 'pgdata');
}

/** Whether a data folder has a database. One in memory is always new. */
export function hasDatabase(dataDir: string): boolean {
  return dataDir !== IN_MEMORY && existsSync(databaseFolder(dataDir));
}

const REASONS: Record<string, string> = {
  EACCES: 'this user may not write to it',
  EPERM: 'this user may not write to it',
  EROFS: 'its file system is read-only',
  EEXIST: 'it, or a folder above it, is a file',
  ENOTDIR: 'it, or a folder above it, is a file',
  ENOENT: 'it cannot be created',
  ENOSPC: 'no space is left on its disk',
  EDQUOT: 'the disk quota is used up',
};

/** What to report of a failure to open the embedded database of a folder. */
export function explainFolderError(dataDir: string, error: unknown): SetupError {
  if (error instanceof SetupError) return error;
  const folder = path.resolve(dataDir);
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = REASONS[code];
  return new DataFolderError(
    reason === undefined
      ? `The embedded database in ${folder} cannot be opened: ${message}. Restore it from a copy, or set DATA_DIR to another folder.`
      : `The data folder ${folder} cannot be used: ${reason} (${code}). Set DATA_DIR to a folder that this user may write to.`,
    { cause: error },
  );
}
