import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../src/db/database.ts';
import { makeFilesPrivate, makeFolderPrivate } from '../../../src/db/private-folder.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'tour-gateway-private-'));
  folder = path.join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const openDatabase = (warnings: string[]) =>
  createDatabase({ databaseUrl: undefined, dataDir: folder, databasePoolSize: 1 }, (message, level) => level && warnings.push(message));
const modeOf = async (file: string) => (await stat(file)).mode & 0o777;

/** The folders and files in a folder that are not private. */
async function open(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return (await modeOf(file)) === (entry.isDirectory() ? 0o700 : 0o600) ? [] : [path.relative(root, file)];
    }),
  );
  expect(entries.length).toBeGreaterThan(100);
  return found.flat();
}

describe('a data folder', { timeout: 60_000 }, () => {
  it('is private with all that the database writes, and is repaired at the next start', async () => {
    const before = process.umask(0o022);
    try {
      const warnings: string[] = [];
      const first = await openDatabase(warnings);
      expect([await modeOf(folder), await open(folder)]).toEqual([0o700, []]);
      await first.sql.query('CREATE TABLE later AS SELECT generate_series(1, 1000) AS n');
      await first.close();
      expect(await open(folder)).toEqual([]);
      process.umask(0o022);
      await chmod(folder, 0o755);
      await chmod(path.join(folder, 'pgdata/base'), 0o755);
      await chmod(path.join(folder, 'pgdata/PG_VERSION'), 0o644);
      const again = await openDatabase(warnings);
      expect([await modeOf(folder), await open(folder)]).toEqual([0o700, []]);
      await again.close();
      expect(warnings).toEqual([]);
    } finally {
      process.umask(before);
    }
  });
});

describe('makePrivate', () => {
  it('leaves alone what is not the database’s, and what links lead to', async () => {
    await mkdir(path.join(folder, 'pgdata'), { recursive: true });
    const [notes, outside] = [path.join(folder, 'notes'), path.join(parent, 'outside')];
    for (const file of [notes, outside]) {
      await writeFile(file, '');
      await chmod(file, 0o644);
    }
    await symlink(outside, path.join(folder, 'pgdata/link'));
    await makeFolderPrivate(folder, () => expect.unreachable());
    await makeFilesPrivate(folder, () => expect.unreachable());
    expect([await modeOf(notes), await modeOf(outside)]).toEqual([0o644, 0o644]);
  });

  it('warns of a folder that everyone shares, and leaves it as it is', async () => {
    await mkdir(folder);
    await chmod(folder, 0o1777);
    const warnings: string[] = [];
    await makeFolderPrivate(folder, (message) => warnings.push(message));
    expect([await modeOf(folder), warnings]).toEqual([0o777, [expect.stringContaining(`${folder} is shared`)]]);
  });

  it.runIf(process.getuid?.() === 0)('warns of a folder of another user, and leaves it as it is', async () => {
    await mkdir(folder);
    await chmod(folder, 0o755);
    await chown(folder, 65_534, 65_534);
    const warnings: string[] = [];
    await makeFolderPrivate(folder, (message) => warnings.push(message));
    expect([await modeOf(folder), warnings]).toEqual([0o755, [expect.stringContaining('belongs to another user')]]);
  });
});
