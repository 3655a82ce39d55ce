import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of this package: the files that are read from it lie beside its package.json, wherever the code was built to. */
export const PACKAGE_ROOT = folderAbove(import.meta.dirname);

function folderAbove(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : folderAbove(path.dirname(folder));
}
