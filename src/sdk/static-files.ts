import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CachedBody } from '../http/cached-body.ts';
import type { SdkAnswer, SdkRequest } from './answer.ts';
import { NO_FILE } from './endpoints.ts';

/** The scripts change with the next version of the package only, but their address does not: browsers ask again after this many seconds. */
const UNVERSIONED = 'public, max-age=300';
const VERSIONED = 'public, max-age=31536000, immutable';

/** The unmodified scripts of the posthog-js package. */
export interface StaticFiles {
  /** @param name what follows `/static/`: a file's name, alone or after a version of the package */
  answer(name: string, request: SdkRequest): Promise<SdkAnswer>;
}

/**
 * A page names the version that it runs, which may be older than this server for as long as a browser keeps it, or a part of one. What there is serves all of a
 * major version: the SDK itself falls back to it, unless it was told not to.
 */
const NAME = /^(?:(?<wanted>\d+(?:\.\d+){0,2})\/)?(?<file>[^/]+)$/;

function majorOf(version: string): string | undefined {
  return version.split('.')[0];
}

const require = createRequire(import.meta.url);

export function createStaticFiles(): StaticFiles {
  const folder = path.dirname(require.resolve('posthog-js'));
  const { version } = JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8'));
  // Only these names are ever looked up, so that no path leads anywhere else.
  const names = new Set(readdirSync(folder).filter((name) => name.endsWith('.js')));
  /** At most one for each of the names. */
  const loaded = new Map<string, Promise<CachedBody>>();

  function load(name: string): Promise<CachedBody> {
    let file = loaded.get(name);
    if (!file) {
      file = readFile(path.join(folder, name)).then((bytes) => new CachedBody('application/javascript; charset=utf-8', bytes));
      loaded.set(name, file);
      file.catch(() => loaded.delete(name));
    }
    return file;
  }

  return {
    async answer(name, request) {
      const { wanted, file } = NAME.exec(name)?.groups ?? {};
      if (file === undefined || !names.has(file) || (wanted !== undefined && majorOf(wanted) !== majorOf(version))) return NO_FILE;
      return (await load(file)).answer(request, wanted === version ? VERSIONED : UNVERSIONED);
    },
  };
}
