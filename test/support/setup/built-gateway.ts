import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { openCache, ROOT } from './cache.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line as `npm run build` builds it; see process.ts. */
    builtCli: string;
  }
}

/** Builds the command line, for tests that start the gateway as a process. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(await openCache(), 'gateway-'));
  await promisify(execFile)(process.execPath, ['scripts/bundle.mjs', folder], { cwd: ROOT });
  project.provide('builtCli', path.join(folder, 'cli.js'));
  return () => rm(folder, { recursive: true, force: true });
}
