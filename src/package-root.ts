import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of this package: the files that are read from it lie beside its package.json, wherever the code was built to. */
export const PACKAGE_ROOT = folderAbove(import.meta.dirname);

/** The version of this package. */
export const { version: VERSION } = JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };

function folderAbove(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('The package.json of the gateway is not there.');
  return folderAbove(above);
}
