import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../../..');

/** Inside node_modules, so that a gateway that is built there finds its packages. */
const CACHE = path.join(ROOT, 'node_modules/.cache/tour-gateway');

const DAY_MS = 86_400_000;

/** Creates the cache folder and removes what no run has used for a day, including what interrupted runs left behind. */
export async function openCache(): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  for (const name of await readdir(CACHE)) {
    const file = path.join(CACHE, name);
    // A concurrent run may have removed it.
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { recursive: true, force: true });
  }
  return CACHE;
}
